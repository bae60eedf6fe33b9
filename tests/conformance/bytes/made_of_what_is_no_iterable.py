# Any TypeError of __iter__ says that there is nothing to convert.
class A:
    def __iter__(self):
        return 5


class B:
    def __iter__(self):
        raise TypeError("mine")


class C:
    def __iter__(self):
        raise ValueError("mine")


class D:
    __iter__ = None


class E:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i


class F(E):
    def __len__(self):
        raise RuntimeError("length")


for kind in bytes, bytearray:
    for source in A(), B(), C(), D(), E(), F(), [1, "x"], [300], 1.5, "x", None, {3: 4}, iter([1, 2]):
        try:
            print(kind(source))
        except Exception as error:
            print(type(error).__name__, error)
