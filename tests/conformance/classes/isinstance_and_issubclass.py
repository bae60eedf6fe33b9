class A: pass
class B(A): pass


print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, int)), isinstance(1, int | str), isinstance(None, int | None), isinstance(True, int), isinstance(1, ((str,), (int,))), issubclass(B, (int, A)), issubclass(bool, int | str), isinstance(A, type))


class Meta(type):
    def __instancecheck__(cls, instance):
        print("instancecheck", instance)
        return instance == "magic"

    def __subclasscheck__(cls, sub):
        print("subclasscheck", sub.__name__)
        return sub is int


class Magic(metaclass=Meta):
    pass


print(isinstance("magic", Magic), isinstance(5, Magic), issubclass(int, Magic), issubclass(str, Magic), isinstance(Magic(), Magic))


class Liar:
    @property
    def __class__(self):
        return int


print(isinstance(Liar(), int), type(Liar()) is Liar, isinstance(Liar(), Liar), Liar().__class__)
for case in ("isinstance(1, 5)", "isinstance(1, [int])", "issubclass(5, int)", "issubclass(int, 5)", "isinstance(1, (int, 5))", "isinstance('a', (int, 5))", "isinstance(1, list[int])", "issubclass(int, list[int])", "isinstance(1, 'int')"):
    try:
        print(case, eval(case))
    except TypeError as error:
        print(case, "->", error)
