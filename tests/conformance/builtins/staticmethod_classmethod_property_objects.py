@staticmethod
def s(x):
    "static docs"
    return x


@classmethod
def c(cls):
    return cls


print(s(5), s.__func__(6), s.__name__, s.__doc__, type(s).__name__, c.__func__(7), s.__wrapped__(8))
try:
    c()
except TypeError as error:
    print(error)


class A:
    s = s
    c = c
    p = property(lambda self: "p", doc="p docs")
    q = p.getter(lambda self: "q")

    def method(self): ...

    sm = staticmethod(method)
    nested = classmethod(property(lambda cls: "no longer chained"))


print(A.s(1), A().s(2), A.c() is A, A().p, A().q, A.p.__doc__, A.p.fset, A.sm(9), type(A.nested).__name__)
print(repr(s).startswith("<staticmethod(<function s"), repr(property()).startswith("<property object"), property(len).fget is len)
try:
    A().p = 1
except AttributeError as error:
    print(error)
p = property(doc="only docs")
print(p.__doc__, p.fget)


class B:
    @property
    def a(self): "a docs"

    @a.setter
    def b(self, v): self.v = v


b = B()
b.b = 5
print(b.v, B.b.__doc__, B.a.fset)
