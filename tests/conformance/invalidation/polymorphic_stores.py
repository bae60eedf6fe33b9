# Stores to instances of several classes and shapes at one site.
class A: pass
class B: __slots__ = ("x",)
class C:
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = ("set", v)
class D:
    def __setattr__(self, n, v): object.__setattr__(self, n, ("setattr", v))
class E(A): y = 1


def store(objects):
    for i, o in enumerate(objects):
        o.x = i
    return [o.x for o in objects]


objects = [A(), B(), C(), D(), E()]
for _ in range(40):
    out = store(objects)
print(out)
a = A()
a.first = 1
print(store([a] * 3 + objects), vars(a))
A.x = property(lambda self: "read only")
try:
    store([B(), A()])
except AttributeError as error:
    print(error)
