class N:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return N(self.v + o.v)

    def __lt__(self, o):
        return self.v < o.v


def add_all(xs, start):
    for x in xs:
        start = start + x
    return start


print(add_all([N(1)] * 100, N(0)).v)
print(add_all([1] * 100, 0), add_all(["a"] * 5, ""), add_all([[1]] * 3, []), add_all([1.5] * 4, 1))
N.__add__ = lambda self, o: N(self.v + 2 * o.v)
print(add_all([N(1)] * 100, N(0)).v)
del N.__add__
try:
    add_all([N(1)], N(0))
except TypeError as error:
    print(error)
N.__radd__ = lambda self, o: N(self.v + (o if isinstance(o, int) else o.v))
print(add_all([N(1)], 0).v)


def smallest(xs):
    best = xs[0]
    for x in xs:
        if x < best:
            best = x
    return best


print(smallest([3, 1, 2] * 50), smallest([2.5, 1]), smallest(["b", "a"]), smallest([N(3), N(2)]).v, smallest([[2], [1]]), smallest([True, 0]))
N.__lt__ = lambda self, o: self.v > o.v
print(smallest([N(3), N(2)] * 50).v)
