# New in 3.14: functools.Placeholder, and partial as a method
import functools
from functools import Placeholder as _
from functools import cmp_to_key, partial, reduce


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def f(*args, **kwargs):
    return args, kwargs


show(lambda: partial())
show(lambda: partial(3))
show(lambda: partial(f, _))
show(lambda: partial(f, a=_))
p = partial(f, _, 2, _, 4, x=1)
show(lambda: p(1))
show(lambda: p(1, 3))
show(lambda: p(1, 3, 5, x=2, y=3))
q = partial(p, 1)
show(lambda: (q.args, q.keywords, q.func is f, q(3)))
show(lambda: partial(q, 3, 5).args)
inner = partial(f, 1)
inner.note = "kept"
show(lambda: partial(inner, 2).func is inner)
show(lambda: (_, repr(type(_)), type(_)() is _))
show(lambda: partial(max, 3, key=None))
recursive = partial(f)
recursive.__setstate__((recursive, (), {}, {}))
show(lambda: recursive)
show(lambda: recursive.__setstate__(3))


class A:
    method = partial(f, 1)


a = A()
show(lambda: (a.method(2)[0][1] is a, len(a.method(2)[0]), A.method(2)))
show(lambda: partial(f, 1).__reduce__()[1][0] is f)
show(lambda: sorted([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)))
show(lambda: cmp_to_key(lambda x, y: 0)(1) < 3)
show(lambda: cmp_to_key())
show(lambda: reduce(lambda x, y: x + y, []))
show(lambda: reduce(lambda x, y: x + y, 3))
show(lambda: reduce(lambda x, y: x + y, [1, 2], initial=10))
show(lambda: functools.lru_cache(maxsize="a")(f))
