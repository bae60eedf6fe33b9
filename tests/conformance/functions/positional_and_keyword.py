def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3), f(1, 5, c=3), f(1, 2, 3, 4, c=5), f(c=1, a=2), f(1, c=3, z=9, y=8), f(*[1, 2, 3], **{"c": 4, "q": 5}))
print(f(1, *(2,), *[3], c=0, **{}, **{"d": 1}), f(*"ab", c="c"), f(b=1, a=2, c=3))


def g(a, /, b, *, c):
    return a, b, c


print(g(1, 2, c=3), g(1, b=2, c=3))


def h(a, /, **kw):
    return a, kw


print(h(1, a=2), h(1), (lambda *a, **k: (a, k))(1, x=2), (lambda a, /, b=2, *, c=3: (a, b, c))(1))
