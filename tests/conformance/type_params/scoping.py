T = "module T"


def f[T](x=T) -> T:
    return T, x


class C[T]:
    a = T
    T = "class attribute"
    b = T

    def m(self):
        return T


print(f()[0].__name__, f()[1], f.__annotations__["return"] is f.__type_params__[0])
print(C.a is C.__type_params__[0], C.b, C().m() is C.__type_params__[0], C.T)


def outer[A]():
    def inner[B]():
        return A, B

    return inner()


print([t.__name__ for t in outer()])


def rebind[T]():
    T = "local"
    return T


print(rebind(), T)


class Base:
    def __init_subclass__(cls, **kw):
        print("subclass", cls.__name__, kw)


def decorate(arg):
    print("decorator", arg)
    return lambda cls: cls


@decorate(T)
class D[U](Base, tag=T):
    pass


print([b.__name__ for b in D.__bases__])


def default_order(a=print("default evaluated"), *, b=T): ...
def generic_default[X](a=print("generic default evaluated"), *, b=T): return b


print(generic_default())
