s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s.indices(6), slice(-3, None).indices(10), slice(None, None, -1).indices(5), slice(10, 0, -3).indices(8))
print(s == slice(1, 10, 2), slice(1) != slice(2), [1, 2, 3, 4][slice(1, 3)], hash(slice(1, 2)) == hash(slice(1, 2)))


class Shows:
    def __getitem__(self, key):
        return key


x = Shows()
print(x[1], x[1:2], x[1:2:3], x[:], x[1:2, 3], x[...], x[::2, None], x[()], x[1,], x["a":"b"], x[*range(2)], x[-1:])
for case in ("slice()", "s.start = 5", "slice(1).indices(-1)", "slice('a').indices(5)", "[1][slice('a')]", "slice(1, 2, 0).indices(5)"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
