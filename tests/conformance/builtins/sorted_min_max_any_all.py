print(sorted([3, 1, 2]), sorted("bca", reverse=True), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a")]), sorted([], key=5), sorted(["b", "A"], key=str.lower))
print(min([3, 1]), max(3, 1), min("b", "a", key=ord), max([], default="d"), max([[1], [2, 0]], key=len), min({"x": 1}), max((1.5, 2), (1.5, 1)), min([1, 1.0]), max([1, 1.0]), max([1, True]))
print(any([]), all([]), any([0, "", None]), any([0, 1]), all([1, "a"]), all([1, 0]), any(x > 2 for x in range(5)), all(range(1, 3)))
seen = []


def note(x):
    seen.append(x)
    return x


any(note(x) for x in [0, 0, 1, 2])
all(note(x) for x in [1, 0, 2])
print(seen)
print(max("abc", key=lambda c: -ord(c)), min([1, -5, 3], key=abs), max([3, -3], key=abs), min([3, -3], key=abs), max(1, 2, 3, key=lambda v: v % 3), sum([[1], [2]], []), sum((1, 2), 10), sum([0.1] * 3))
for call in (lambda: min(), lambda: min(5), lambda: max([]), lambda: max(1, "a"), lambda: min([1, None]), lambda: max(1, 2, default=3), lambda: any(), lambda: all(5), lambda: sorted(5), lambda: max([1], key=5), lambda: sum(["a"]), lambda: sum([1], start="a")):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
