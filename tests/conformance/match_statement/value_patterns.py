import enum


class Color(enum.Enum):
    RED = 1
    GREEN = 2


class Const:
    limit = 10

    class inner:
        name = "deep"


def f(x):
    match x:
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case Const.limit:
            return "limit"
        case Const.inner.name:
            return "deep"
        case _:
            return "?"


print(f(Color.RED), f(Color.GREEN), f(10), f(10.0), f("deep"), f(1))


class Loud:
    def __eq__(self, other):
        print("eq with", other)
        return other == 3


match Loud():
    case 1:
        print("one")
    case 2 | 3:
        print("two or three")
try:
    match 5:
        case Const.nothing:
            pass
except AttributeError as error:
    print(error)
