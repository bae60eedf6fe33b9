from collections import namedtuple

P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p[1], p._asdict(), p._replace(y=5), P._fields, P._field_defaults, P._make([7, 8]), P.__doc__, P.x.__doc__)
x, y = p
print(x, y, p == (1, 0), p < P(1, 1), hash(p) == hash((1, 0)), isinstance(p, tuple), len(p), P(y=2, x=1), p + (1,), P.__name__, p.__class__.__mro__[1].__name__)
print(namedtuple("R", "class def x x", rename=True)._fields, namedtuple("S", ["a", "b"])(1, 2), namedtuple("E", "")())


class Point(namedtuple("Point", ["x", "y"])):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __str__(self):
        return f"<{self.x}, {self.y}>"


q = Point(3, 4)
print(q, repr(q), q.norm, q._replace(x=0), {q: 1}[3, 4])
match q:
    case Point(x=3, y=b):
        print("matched", b)
for case in ("P()", "P(1, 2, 3)", "P(z=1)", "p.x = 5", "p._replace(z=1)", "P._make([1])", "namedtuple('A', 'a a')", "namedtuple('A', '_a')", "namedtuple('A', 'class')", "namedtuple('1A', 'a')", "namedtuple('A', 'a', defaults=[1, 2])", "p.nope"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
