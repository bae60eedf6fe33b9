class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Q:
    def __init__(self, y, x):
        self.y = y
        self.x = x


class R:
    x = 100

    @property
    def y(self):
        return 5


class S:
    def __getattr__(self, name):
        return 1000


def total(items):
    n = 0
    for item in items:
        n += item.x + item.y
    return n


ps = [P(i, 1) for i in range(100)]
print(total(ps))
print(total(ps + [Q(i, 2) for i in range(100)]))
print(total([R(), *ps, S(), Q(1, 2), P(0.5, 1)]))
ps[50].z = 1
del ps[51].x
P.x = 7
print(total(ps))
ps[10].__dict__["x"] = 1000
ps[11].__dict__ = {"x": 0, "y": 0}
print(total(ps))
P.y = property(lambda self: 3)
print(total(ps))
del P.y
print(total(ps))
ps[0].__class__ = R
print(total(ps))
