# New in 3.14: map(strict=True)
m = map(lambda x, y: x + y, [1, 2, 3], (10, 20))
print(type(m).__name__, next(m), list(m), list(m), list(map(str, [])), list(map(None.__class__, [])) if False else "skip")
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isalpha, "a1b")))
z = zip("abc", [1, 2], range(5))
print(list(z), list(zip()), list(zip("ab")), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)])))
print(list(zip("ab", [1, 2], strict=True)), list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), next(enumerate("z")))
for call in (lambda: list(zip("abc", [1], strict=True)), lambda: list(zip("a", [1, 2], strict=True)), lambda: list(zip("ab", [1, 2], "x", strict=True)), lambda: list(map(5, [1])), lambda: map(len, 5), lambda: list(map(lambda: 0, [1])), lambda: zip(1, 2), lambda: list(filter(5, [1])), lambda: list(map(lambda a, b: a, [1], [2], [3]))):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(list(map(max, [1, 5], [4, 2], [3, 3])), list(map(str.upper, "ab")), [*map(lambda p: p[0], {"k": 1}.items())])
it = iter([1, 2, 3, 4])
print(list(zip(it, it)))


class Err:
    def __iter__(self):
        yield 1
        raise ValueError("midway")


m = map(str, Err())
print(next(m))
try:
    next(m)
except ValueError as error:
    print(error)
print(list(map(lambda a, b: (a, b), "abc", "xy")))
try:
    list(map(lambda a, b: (a, b), "abc", "xy", strict=True))
except (TypeError, ValueError) as error:
    print(error)
