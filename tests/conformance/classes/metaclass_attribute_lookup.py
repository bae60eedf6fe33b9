class Meta(type):
    shared = "meta"
    only_meta = "only on meta"

    def method(cls):
        return "meta method", cls.__name__

    def __getattr__(cls, name):
        return f"meta getattr {name}"

    def __setattr__(cls, name, value):
        print("meta setattr", name)
        super().__setattr__(name, value)


class A(metaclass=Meta):
    shared = "class"


print(A.shared, A.only_meta, A.method(), A.dynamic)
A.new = 5
print(A.new, A().shared)
for case in ("A().only_meta", "A().method", "A().dynamic"):
    try:
        eval(case)
    except AttributeError as error:
        print(error)


class DataMeta(type):
    @property
    def p(cls):
        return "from metaclass property"


class B(metaclass=DataMeta):
    p = "from class"


print(B.p, B().p)
try:
    B.p = 1
except AttributeError as error:
    print(error)


class Special:
    pass


s = Special()
s.__len__ = lambda: 5
try:
    len(s)
except TypeError as error:
    print(error)
Special.__len__ = lambda self: 6
print(len(s))
