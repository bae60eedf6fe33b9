class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, **kw):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")))
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        print("init", name, kw)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kwargs)

    def __repr__(cls):
        return f"<{cls.__name__} made by Meta>"

    def __len__(cls):
        return 42

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __iter__(cls):
        return iter("ab")

    def __contains__(cls, item):
        return item == "in"

    @property
    def meta_property(cls):
        return f"property of {cls.__name__}"


class A(metaclass=Meta, option=1):
    x = 1

    def __init__(self, v):
        self.v = v


class B(A):
    pass


print(B(5).v, A, B, len(A), A["k"], list(A), "in" in A, A.meta_property, A.prepared, type(B), isinstance(A, Meta))
try:
    B(1).meta_property
except AttributeError as error:
    print(error)


class Other(type):
    pass


try:
    class Conflict(A, metaclass=Other): pass
except TypeError as error:
    print(error)
print(type("Dyn", (A,), {}), Meta("Direct", (), {}).__name__)


def function_meta(name, bases, namespace):
    return name, bases, sorted(k for k in namespace if not k.startswith("__"))


class NotAClass(metaclass=function_meta):
    y = 1


print(NotAClass)
