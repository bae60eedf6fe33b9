class Base:
    def __init__(self, x):
        self.x = x

    def describe(self):
        return f"Base({self.x})"

    @classmethod
    def make(cls):
        return cls(1)


class Child(Base):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    def describe(self):
        return f"Child[{super().describe()}, {self.y}]"

    @classmethod
    def make(cls):
        print("Child.make")
        instance = cls(2, 3)
        return instance, super().make.__self__.__name__


class Grandchild(Child):
    def describe(self):
        return super(Child, self).describe() + " via super(Child)"


print(Child(1, 2).describe(), Grandchild(1, 2).describe(), Child.make()[1])
print(issubclass(Grandchild, Base), isinstance(Child(1, 2), (int, Base)), Grandchild.__bases__, Base.__subclasses__(), Child.__base__)
s = super(Child, Child(5, 6))
print(s.describe(), s.__thisclass__, s.__self_class__, type(s).__name__)


def outside():
    super().x


for call in (outside, lambda: super(int, "a"), lambda: super(5), lambda: super(Child, Child(1, 2)).nope, lambda: super(Base, Child).describe()):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
