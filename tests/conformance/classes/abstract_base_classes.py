from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, s): self.s = s
    def area(self): return self.s**2
    @classmethod
    def make(cls): return cls(2)


class Partial(Shape):
    def area(self): return 0


class One(ABC):
    @abstractmethod
    def only(self): ...


for cls in (Shape, Partial, One):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Square.make().describe(), sorted(Shape.__abstractmethods__), Square.__abstractmethods__, isinstance(Square(1), Shape), type(Shape))


class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return True if any("quack" in vars(b) for b in other.__mro__) else NotImplemented


class Mallard:
    def quack(self): ...


class Registered: pass


Duck.register(Registered)
print(isinstance(Mallard(), Duck), issubclass(Registered, Duck), isinstance(5, Duck), Duck.__mro__)
