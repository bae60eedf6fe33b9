class A:
    x = 1
    def f(self): return "A"
    def __init__(self): self.log = ["A.init"]


class B(A):
    def f(self): return "B" + super().f()
    def attr(self): return super().x
    def __init__(self):
        super().__init__()
        self.log.append("B.init")


class C(A):
    def f(self): return "C" + super().f()


class D(B, C):
    def f(self): return "D" + super().f()


def run(objects):
    return [o.f() for o in objects]


print(run([B()] * 30)[-1], run([D()] * 30)[-1], run([D(), B(), C(), A()] * 10)[-4:], D().log, [D().attr() for _ in range(30)][-1])
A.f = lambda self: "changed"
print(run([D()] * 10)[-1])
A.x = "also changed"
print(D().attr())
C.f = lambda self: "C stops"
print(run([D()] * 10)[-1])
del C.f
print(run([D(), B()] * 10)[-2:])
B.__bases__ = (C,)
print(run([B()])[-1], [c.__name__ for c in D.__mro__])
b = B()
b.f = lambda: "instance"
print(run([b] * 20)[-1])
del b.f
print(run([b])[-1])
B.f = property(lambda self: lambda: "property returning a function")
print(run([b] * 20)[-1])
