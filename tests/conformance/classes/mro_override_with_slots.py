# A metaclass's mro() may call the original for a class with slots; what it returns is checked.
class Meta(type):
    answer = None

    def mro(cls):
        return super().mro() if Meta.answer is None else Meta.answer(cls)


class A:
    pass


class C(A, metaclass=Meta):
    __slots__ = ("x", "y")


class B(metaclass=Meta):
    pass


class D(B, C, metaclass=Meta):
    __slots__ = ("z",)


print([c.__name__ for c in D.__mro__])
for answer in [lambda cls: [], lambda cls: [cls, int], lambda cls: [cls, 5], lambda cls: [cls, A, object]]:
    Meta.answer = answer
    try:

        class E(A, metaclass=Meta):
            __slots__ = ("w",)

        print([c.__name__ for c in E.__mro__])
    except TypeError as error:
        print(error)
