# Lists grow, shrink and are emptied under a hot for loop.
def walk(xs, act):
    out = []
    for i, x in enumerate(xs):
        out.append(x)
        act(xs, i)
    return out


for _ in range(60):
    walk([1, 2, 3], lambda xs, i: None)
print(walk([1, 2, 3], lambda xs, i: xs.append(i) if i < 5 else None))
print(walk([1, 2, 3, 4, 5, 6], lambda xs, i: xs.pop()))
print(walk([1, 2, 3], lambda xs, i: xs.clear()))
print(walk([1, 2, 3], lambda xs, i: xs.insert(0, i) if i < 4 else None))


def direct(xs):
    n = 0
    for x in xs:
        n += 1
        if n == 3:
            xs[:] = xs[:1]
    return n


for _ in range(60):
    direct([1, 2])
print(direct([1, 2, 3, 4, 5]))
