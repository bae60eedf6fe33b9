import gc
import weakref


class A:
    def __init__(self, n): self.n = n
    def m(self): return self.n


a = A(1)
r = weakref.ref(a)
p = weakref.proxy(a)
print(r() is a, p.n, p.m(), r == weakref.ref(a), hash(r) == hash(weakref.ref(a)), weakref.getweakrefcount(a) >= 1)
d = weakref.WeakValueDictionary(x=a)
k = weakref.WeakKeyDictionary({a: "v"})
s = weakref.WeakSet([a])
print(d["x"].n, k[a], a in s, len(d), len(k), len(s))
m = weakref.WeakMethod(a.m)
print(m()(), type(r).__name__)
for value in (5, "a", (), None, [1]):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)


class Slots:
    __slots__ = ("x",)


try:
    weakref.ref(Slots())
except TypeError as error:
    print(error)
print(gc.isenabled(), isinstance(gc.collect(), int), gc.is_tracked([]), len(gc.get_count()))
