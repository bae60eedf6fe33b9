from enum import Enum, Flag, IntFlag, auto, member, nonmember, CONTINUOUS, NAMED_FLAGS, verify, EnumType


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


p = Perm.R | Perm.X
print(p, repr(p), p.value, Perm.R in p, Perm.W in p, p & Perm.R, p ^ Perm.R, ~p, Perm(0), list(p), len(p), Perm.RW, repr(Perm.RW), bool(Perm(0)), Perm(7), Perm.R | Perm.W is Perm.RW, list(Perm), p.name)


class Mode(IntFlag):
    A = 1
    B = 4


print(Mode.A | Mode.B, repr(Mode.A | 2), Mode.A | 8, int(Mode.B), Mode(5) & 4, Mode.A + 1, ~Mode.A)
try:
    Perm(99)
except ValueError as error:
    print(str(error).splitlines()[0])


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def density(self):
        return round(self.mass / self.radius**3)

    @classmethod
    def _missing_(cls, value):
        return cls.EARTH if value == "home" else None


print(Planet.EARTH.density, Planet("home"), Planet.MARS.value)
try:
    Planet("far")
except ValueError as error:
    print(error)


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name.lower() * (count + 1)

    _ignore_ = ["temp"]
    temp = 5
    ONE = auto()
    TWO = auto()
    helper = nonmember(5)
    func = member(len)

    def method(self): ...


print([(m.name, m.value) for m in Auto][:2], Auto.helper, Auto.func.value("abc"), hasattr(Auto, "temp"))


class WithNew(Enum):
    def __new__(cls, code, label):
        obj = object.__new__(cls)
        obj._value_ = code
        obj.label = label
        return obj

    A = 1, "first"
    B = 2, "second"


print(WithNew(2).label, WithNew.A.value, WithNew.A, dir(WithNew.A)[-3:] is not None)
