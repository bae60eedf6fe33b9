print("before")


class A:
    print("in body", __name__, __qualname__, __module__)
    x = 1
    y = x + 1
    if y > 1:
        def conditional(self): return "defined"
    for i in range(3):
        pass
    squares = [n * n for n in range(3)]
    del x
    import math as m
    (a, b), c = (1, 2), 3

    def __init__(self): self.z = self.y
    __str__ = lambda self: "lambda str"
    with_default = lambda self, v=y: v


print(A.y, A.i, A.squares, hasattr(A, "x"), A.m.pi > 3, A.a + A.b + A.c, A().conditional(), A(), A().with_default())
x = "module"


def f():
    x = "function"

    class B:
        print(x)
        x = "class"
        print(x)

        def g(self): return x

    return B().g()


print(f())


class C:
    x = x
    __doc__ = "assigned doc"


class D:
    """Docstring."""


class E: ...


print(C.x, C.__doc__, D.__doc__, E.__doc__, E.__dict__.get("__doc__"))
try:
    class F:
        ok = 1
        raise ValueError("in class body")
except ValueError as error:
    print(error)
try:
    F
except NameError as error:
    print(error)
