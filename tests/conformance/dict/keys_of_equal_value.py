d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], d[1.0], len(d), {True: 1, 1: 2, 1.0: 3}, {1.0: "a", 1: "b"})
print({0: "zero"}[False], {0: 1}[-0.0], {2**70: "big"}[float(2**70)], {1: 1}[1 + 0j], {0.5: "half"}.get(0.5))
print({"1": "str"}.get(1), {b"a": 1}.get("a"), {(1, 2): "t"}[(1.0, 2.0)], {None: 1}[None], {...: 2}[...])
nan = float("nan")
print({nan: 1}.get(nan), {nan: 1}.get(float("nan")), len({float("nan"): 1, float("nan"): 2}))
print({frozenset([1, 2]): "fs"}[frozenset([2, 1])], {int: "type"}[int], {len: "fn"}[len])
print({2**53: "a", 2**53 + 1: "b"}, {-1: "a", -2: "b"}, {"": 0}[""])
