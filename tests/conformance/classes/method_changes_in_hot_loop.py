class A:
    def f(self):
        return 1


class B(A):
    pass


def run(objects, n=200):
    total = 0
    for i in range(n):
        total += objects[i % len(objects)].f()
    return total


a, b = A(), B()
print(run([a]), run([b]), run([a, b]))
A.f = lambda self: 2
print(run([a, b]))
B.f = lambda self: 3
print(run([a, b]))
a.f = lambda: 10
print(run([a, b]))
del a.f
del B.f
print(run([a, b]))
A.f = staticmethod(lambda: 4)
print(run([a, b]))
A.f = classmethod(lambda cls: 5 if cls is A else 6)
print(run([a, b]))


class C:
    def __getattr__(self, name):
        return lambda: 7


print(run([a, b, C()]))
B.__bases__ = (C,)
print(run([b]))
del A.f
try:
    run([a])
except AttributeError as error:
    print(error)
