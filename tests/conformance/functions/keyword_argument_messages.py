def f(a, b=1): pass
def p(a, b, /, c): pass
def kw(*, option=1): pass
def many(alpha, beta, gamma): pass


for call in (
    lambda: f(1, a=2), lambda: f(1, 2, b=3), lambda: f(1, z=2), lambda: f(z=2), lambda: p(a=1, b=2, c=3), lambda: p(1, b=2, c=3), lambda: kw(1), lambda: kw(optoin=1),
    lambda: many(alpha=1, bata=2, gamma=3), lambda: f(**{1: 2}), lambda: f(1, **{"a": 2}), lambda: f(*5), lambda: f(**5), lambda: f(*None), lambda: f(a=1, **{"a": 2}),
    lambda: f(1, **[("x", 1)]), lambda: f(**{"a": 1}, **{"a": 2}), lambda: many(1, 2, 3, 4, z=5), lambda: f(*(1,), a=1),
):
    try:
        call()
    except TypeError as error:
        print(error)
