def apply(pairs):
    out = []
    for a, b in pairs:
        try:
            out.append(a + b)
        except TypeError as error:
            out.append(str(error))
    return out


ints = [(i, 1) for i in range(50)]
print(apply(ints)[-3:])
print(apply(ints + [(1.5, 2)] + ints + [("a", "b")] + ints + [([1], [2])])[-60:-45])
print(apply([(2**53 - 1, 1), (2**53, 1), (2**60, 2**60), (-(2**53), -1)] * 5)[:4])
print(apply(ints * 3 + [(1, "x"), (True, True), (1j, 1), ((1,), (2,)), (b"a", b"b"), (0.1, 0.2)])[-6:])
