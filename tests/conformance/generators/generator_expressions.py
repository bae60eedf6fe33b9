def source(name):
    print("evaluating", name)
    return [1, 2, 3]


g = (print("item", x) or x for x in source("first") for y in source("second"))
print("created")
print(next(g), next(g))
print(sum(x for x in range(5)), list(x for x in "ab"), max((len(w) for w in ["a", "abc"]), default=0), ",".join(str(i) for i in range(3)), dict((k, 1) for k in "xy"))
n = 10
g = (x * n for x in range(3))
n = 100
print(list(g))


def f():
    k = 2
    g = (x * k for x in [1, 2])
    k = 3
    return list(g)


print(f())
try:
    g = (x for x in 5)
except TypeError as error:
    print(error)
g = (1 / x for x in [1, 0])
print(next(g))
try:
    next(g)
except ZeroDivisionError as error:
    print(error)
print(next(g, "finished after an error"), any(x > 1 for x in [1, 2, 3]), all(x for x in []), [*(i for i in range(2))], set(c for c in "aa"))
