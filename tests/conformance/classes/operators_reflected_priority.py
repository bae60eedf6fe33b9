class Base:
    def __add__(self, o): return f"{type(self).__name__}.add"
    def __radd__(self, o): return f"{type(self).__name__}.radd"
    def __eq__(self, o): return f"{type(self).__name__}.eq"
    def __lt__(self, o): return f"{type(self).__name__}.lt"
    def __gt__(self, o): return f"{type(self).__name__}.gt"


class Same(Base):
    pass


class Overrides(Base):
    def __radd__(self, o): return "Overrides.radd first"
    def __gt__(self, o): return "Overrides.gt first"


class Declines:
    def __add__(self, o):
        print("declines add")
        return NotImplemented

    def __radd__(self, o):
        print("declines radd")
        return NotImplemented


print(Base() + Same(), Base() + Overrides(), Overrides() + Base(), 1 + Base(), Base() + 1)
print(Base() < Overrides(), Base() == Same(), Base() < Same(), 5 == Base(), 5 < Base())
for case in (lambda: Declines() + Declines(), lambda: Declines() + 1, lambda: 1 + Declines(), lambda: Declines() - 1):
    try:
        case()
    except TypeError as error:
        print(error)


class IntLike(int):
    def __radd__(self, o): return "IntLike.radd"
    def __add__(self, o): return "IntLike.add"


print(1 + IntLike(2), IntLike(1) + 2, 1.5 + IntLike(2), True + IntLike(1))


class NoOp:
    __add__ = None


try:
    NoOp() + 1
except TypeError as error:
    print(error)
