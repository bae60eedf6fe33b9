class A:
    x = 1

    def __init__(self):
        self.y = 2


class B(A):
    z = 3


class Custom:
    def __dir__(self):
        return ["zeta", "alpha"]


print([n for n in dir(B()) if not n.startswith("__")], vars(B()), dir(Custom()), [n for n in dir(B) if not n.startswith("_")])
print(sorted(n for n in dir(object) if n.startswith("__"))[:6], "append" in dir([]), "x" in dir(A), sorted(n for n in vars(A) if not n.startswith("_")))


def f():
    local = 1
    return dir(), vars()


print(f())
try:
    vars(A)["x"] = 5
except TypeError as error:
    print(error)
B().__dict__.update(q=1)
b = B()
b.__dict__["direct"] = 1
b.__dict__ = {"replaced": True}
print(b.replaced, hasattr(b, "direct"), vars(b))
