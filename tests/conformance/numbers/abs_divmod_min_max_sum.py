print(abs(-5), abs(5), abs(-2.5), abs(-(2**70)), abs(3 - 4j), abs(True), abs(-0.0))
print(divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), divmod(2**70, 3))
print(sum([1, 2, 3]), sum([0.1] * 10), sum([1, 2.5]), sum([], 5), sum([[1], [2]], []), sum((i for i in range(5)), start=10))
print(sum([1e16, 1.0, -1e16]), sum([2**53, 1.0, 1.0]), sum([1j, 2]))
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "B", key=str.lower), min([], default="none"))
print(max((1, 2), (1, 3)), min([[2], [1, 5]]), max({"a": 1, "b": 0}))
for bad in (lambda: min([]), lambda: max(), lambda: max(1), lambda: min(1, "a"), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: sum([b"a"], b""), lambda: max(1, 2, default=3)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
