# Calls of classes of every kind, of slots of built-in classes, of instances, and with keywords: hot, and changing.
from functools import partial
from operator import itemgetter


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def hot(f, *args):
    for _ in range(20):
        result = attempt(f, *args)
    return result


def call0(f):
    return f()


def call1(f, a):
    return f(a)


def call2(f, a, b):
    return f(a, b)


class Plain:
    pass


class Error(Exception):
    def __init__(self, a, b=2):
        super().__init__(a)
        self.b = b


class Items(list):
    def __init__(self, n):
        super().__init__(range(n))
        self.n = n


class WithNew:
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.args = args
        return self

    def __init__(self, *args):
        self.later = len(args)


class Odd:
    def __new__(cls, a):
        return [a]

    def __init__(self, a):
        raise AssertionError("not called")


class Text(str):
    def __new__(cls, a):
        return str.__new__(cls, a * 2)


class Whole(int):
    def __init__(self, *args):
        self.args = args


class Meta(type):
    pass


class Made(metaclass=Meta):
    def __init__(self, a=1):
        self.a = a


class Single(type):
    def __call__(cls, *args):
        return "no instance", args


class Never(metaclass=Single):
    pass


class BadInit(Exception):
    def __init__(self, a):
        return a


for cls in Plain, Error, Items, WithNew, Odd, Text, Whole, Made, Never, BadInit, Exception, KeyError, object, int, str, tuple, list, dict, set, type, bool, float, bytes:
    results = [hot(call0, cls), hot(call1, cls, 3), hot(call1, cls, "ab"), hot(call2, cls, 3, 4)]
    print(cls.__name__, [r if isinstance(r, (str, int, list, tuple)) else type(r).__name__ for r in results])
e = hot(call1, Error, "why")
print(e.args, e.b, hot(call2, Error, 1, 5).b, hot(call1, Items, 3), hot(call1, WithNew, 3).later, vars(hot(call1, Whole, 7)))
print(hot(call1, type, Made), hot(call1, type, 3), hot(call1, str, e), hot(call1, tuple, "abc"), hot(call1, tuple, (1,)))
print(hot(lambda: type("T", (), {}).__name__), hot(lambda: Meta("T", (), {"x": 1}).x))


def make():
    return Made(5).a


print(hot(make))
Made.__init__ = lambda self, a: setattr(self, "a", a + 1)
print(hot(make))
Meta.__call__ = lambda cls, *args: Plain
Plain.a = "plain"
print(hot(make))
del Meta.__call__
print(hot(make))
Made.__new__ = lambda cls, a: Error("x", a)
Error.a = "error"
print(hot(make))

# Slots of built-in classes as methods.
for f in (
    lambda: object.__repr__(3)[:5],
    lambda: list.__len__([1, 2]),
    lambda: dict.__getitem__({"a": 1}, "a"),
    lambda: int.__add__(1, 2),
    lambda: int.__add__(1, "a"),
    lambda: int.__add__(1),
    lambda: int.__add__("a", 1),
    lambda: [].__len__(),
    lambda: (3).__add__(4),
    lambda: {}.__contains__(1),
    lambda: "a".__eq__("a"),
    lambda: [1].__iter__().__next__(),
):
    print(hot(f), end="; ")
print()


class Callable:
    def __call__(self, *args):
        return "called", args


class Exact:
    def __call__(self, a, b=2):
        return a, b


class Lazy:
    def __call__(self, a):
        yield a


callables = [Callable(), Exact(), partial(max, 3), itemgetter(0), len, [].append, "x".join, Callable().__call__, Lazy(), 5, None]
for c in callables:
    results = [hot(call0, c), hot(call1, c, "ab"), hot(call2, c, 1, 2)]
    print([list(r) if type(r).__name__ == "generator" else r for r in results])


def poly(c):
    return c("ab")


print([attempt(poly, c) for c in callables * 3 if not isinstance(c, Lazy)])
exact = Exact()
print(hot(call1, exact, 1))
Exact.__call__ = lambda self, a: ("changed", a)
print(hot(call1, exact, 1))
Exact.__call__ = print
del Exact.__call__
print(hot(call1, exact, 1))


# Bound methods with defaults, keywords.
class Holder:
    def method(self, a, b=10, *rest, c=3, **more):
        return a, b, rest, c, more


m = Holder().method


def bound(m):
    return m(1)


def bound_more(m):
    return m(1, 2, 3)


def keyword(f):
    return f(1, c=4)


def keyword_more(f):
    return f(a=1, c=4, d=5)


def keyword_wrong(f):
    return f(1, a=2)


for f in bound, bound_more, keyword, keyword_more, keyword_wrong:
    print(hot(f, m), hot(f, lambda a=0, b=0, *rest, c=0, **kw: (a, b, rest, c, kw)), hot(f, dict), hot(f, Holder), hot(f, print), hot(f, 3))


class KeywordInit(Exception):
    def __init__(self, *args, **kw):
        super().__init__(*args)
        self.kw = kw


print(hot(keyword, KeywordInit).kw, hot(keyword_more, KeywordInit).kw)
print(hot(lambda: sorted([3, 1, 2], reverse=True)), hot(lambda: "a,b".split(sep=",")), hot(lambda: int("ff", base=16)))
print(hot(lambda: "a b".split()), hot(lambda: max([1, 5], default=3)), hot(lambda: "x".encode(errors="strict")))
