# New in 3.14: annotations are evaluated when they are asked for
class Base:
    """Base docs."""

    x: int = 1

    def method(self): ...


class Derived(Base):
    pass


for cls in (Base, Derived):
    print(cls.__name__, cls.__qualname__, cls.__module__, cls.__doc__, cls.__bases__, cls.__base__, cls.__class__, cls.__dict__.get("x"), cls.__annotations__)
print(int.__name__, int.__module__, int.__bases__, bool.__base__, type.__base__, object.__base__)
print(Derived().__class__.__name__, Derived.__basicsize__ > 0, Derived.__flags__ & (1 << 9) > 0, Derived.__weakrefoffset__ >= 0, Derived.__text_signature__, len.__text_signature__, len.__self__, len.__module__)
print(Base.method.__qualname__, Base().method.__self__.__class__.__name__, type(Base.__dict__["__dict__"]).__name__, type(Base.__dict__["__weakref__"]).__name__)
print(sorted(Base.__dict__), Base.__firstlineno__, Base.__static_attributes__)
print((5).__class__, "a".__class__, None.__class__, (...).__class__, NotImplemented.__class__, print.__class__, type.__class__, (lambda: 0).__class__, (x for x in "").__class__, {}.keys().__class__)
