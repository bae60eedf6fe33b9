x = "outer"
print([x for x in range(3)], x, {x for x in "a"}, {x: 1 for x in "b"}, list(x for x in "c"), x)


class C:
    items = [1, 2, 3]
    factor = 10
    first = [i for i in items]
    try:
        second = [i * factor for i in items]
    except NameError as error:
        second = str(error)
    third = [f for f in [factor]]
    nested = [[j for j in range(i)] for i in items]


print(C.first, C.second, C.third, C.nested, hasattr(C, "i"))


def f():
    fs = [lambda: i for i in range(3)]
    return [g() for g in fs]


print(f())


def g(n):
    return [n * i for i in range(3)], [[n + i + j for j in range(2)] for i in range(2)], sorted(locals())


print(g(5))
try:
    [zz for _ in [1] if zz_undefined]
except NameError as error:
    print(error)
try:
    i
except NameError as error:
    print(error)


def loop():
    i = "kept"
    [i for i in range(5)]
    return i


print(loop(), [(lambda v: v + a)(1) for a in range(3)], [a for a in [1, 2] for a in [a * 10, a * 100]])
