def squares(n):
    for i in range(n):
        yield i * i


def chained(n):
    yield from squares(n)
    yield "end"


def total(make, n):
    t = 0
    for _ in range(n):
        for v in make(5):
            if v == "end":
                t += 1000
            else:
                t += v
    return t


print(total(squares, 50), total(chained, 50), total(lambda n: [1] * n, 50), total(lambda n: (x for x in range(n)), 50), total(range, 50))


def stop_early(n):
    out = []
    for _ in range(n):
        g = squares(10)
        for v in g:
            if v > 20:
                break
        out.append(next(g))
    return out[-1]


print(stop_early(60))


def accumulate():
    total = 0
    while True:
        x = yield total
        total += x


def feed(values):
    g = accumulate()
    next(g)
    for v in values:
        result = g.send(v)
    return result


print(feed(range(100)), feed([0.5] * 50), feed([1] * 30 + [0.25, 2**60]))
try:
    feed([1] * 30 + ["x"])
except TypeError as error:
    print(error)
gens = [squares(100) for _ in range(50)]
for _ in range(40):
    heads = [next(g) for g in gens]
print(heads[0], sum(heads))
