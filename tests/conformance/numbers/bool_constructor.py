values = [0, 1, -1, 0.0, float("nan"), "", "0", [], [0], {}, (), set(), None, ..., 0j, b"", range(0), range(1)]
for value in values:
    print(repr(value), bool(value))


class Falsy:
    def __bool__(self):
        return False


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Broken:
    def __bool__(self):
        return 1


print(bool(Falsy()), bool(Sized(0)), bool(Sized(3)), bool(object()))
for bad in (Broken(), Sized(-1), Sized("x")):
    try:
        bool(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    bool(1, 2)
except TypeError as error:
    print(error)
