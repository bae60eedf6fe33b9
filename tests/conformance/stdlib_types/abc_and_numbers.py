import abc
import numbers
from fractions import Fraction

print(isinstance(5, numbers.Integral), isinstance(5.0, numbers.Rational), isinstance(1j, numbers.Complex), isinstance(True, numbers.Number), isinstance(Fraction(1, 2), numbers.Rational), issubclass(float, numbers.Real))


class Base(abc.ABC):
    @abc.abstractmethod
    def f(self): "docs"

    @property
    @abc.abstractmethod
    def p(self): ...

    @staticmethod
    @abc.abstractmethod
    def s(): ...


print(sorted(Base.__abstractmethods__), Base.f.__isabstractmethod__)
Impl = type("Impl", (Base,), {"f": lambda s: 1, "p": 2, "s": 3})
print(Impl().f(), Impl.__abstractmethods__)
try:
    type("Part", (Base,), {"f": 1})()
except TypeError as error:
    print(error)


@Base.register
class Virtual: ...


print(issubclass(Virtual, Base), isinstance(Virtual(), Base), Virtual.__mro__[1].__name__)
try:
    Virtual.register(Base)
except AttributeError as error:
    print(error)
try:
    Base.register(5)
except TypeError as error:
    print(error)


class Late(Base):
    f = s = None


Late.p = 5
abc.update_abstractmethods(Late)
print(Late.__abstractmethods__, type(Late()).__name__)
