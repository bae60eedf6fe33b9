class Plugin:
    registry = []

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        print("init_subclass", cls.__name__, key)
        Plugin.registry.append((key or cls.__name__, cls.__name__))


class A(Plugin):
    pass


class B(Plugin, key="bee"):
    pass


class C(B, key="sea"):
    pass


print(Plugin.registry)
try:
    class D(Plugin, unknown=1): pass
except TypeError as error:
    print(error)
try:
    class E(nothing=1): pass
except TypeError as error:
    print(error)
print(type("F", (Plugin,), {}, key="dynamic").__name__)


class Implicit:
    def __init_subclass__(cls):
        cls.tag = cls.__name__.lower()


class Sub(Implicit):
    pass


print(Sub.tag, type(Implicit.__dict__["__init_subclass__"]).__name__)
