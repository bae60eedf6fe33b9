class A:
    def m(self, x=0):
        return (type(self).__name__, x)

    @staticmethod
    def s(x):
        return x

    @classmethod
    def c(cls, x):
        return cls.__name__, x


a = A()
bound = a.m
print(bound(1), bound.__self__ is a, bound.__func__ is A.m, bound == a.m, bound is a.m, A.m(a, 2), A.m("str", 3), hash(a.m) == hash(a.m))
print(a.s(1), A.s(2), a.c(3), A.c(4), A.c.__self__ is A, type(A.m).__name__, type(a.m).__name__, type(A.s).__name__, type(A.__dict__["s"]).__name__)
a.m = lambda x: ("instance", x)
print(a.m(5), type(a).m(a, 6))


class B(A):
    pass


print(B.c(1), B().m(), B().s(9), A.__dict__["c"].__func__(B, 2))
try:
    bound.attr = 1
except AttributeError as error:
    print(error)
print(bound.__name__, bound.__qualname__, bound.__doc__, [f(1) for f in (A().m, A.s)], A().m != A().m)
