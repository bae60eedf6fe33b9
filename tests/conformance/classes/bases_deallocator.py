# Which of the two messages an assignment to __bases__ gets when the layouts don't fit.
class A:
    pass


class B(A):
    pass


class L(list):
    pass


class V(ValueError):
    pass


class Slots:
    __slots__ = ("a",)


class Empty:
    __slots__ = ()


class N(int):
    __slots__ = ()


class Fresh:
    pass


for cls, bases in [
    (Fresh, (A,)),
    (B, (object,)),
    (B, (list,)),
    (B, (Slots,)),
    (B, (Fresh,)),
    (L, (dict,)),
    (L, (object,)),
    (V, (TypeError,)),
    (V, (OSError,)),
    (N, (int, Empty)),
    (N, (float,)),
    (N, (list,)),
    (Empty, (A,)),
]:
    try:
        cls.__bases__ = bases
        print(cls.__name__, [c.__name__ for c in cls.__mro__])
    except TypeError as error:
        print(cls.__name__, error)
