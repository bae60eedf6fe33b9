class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __slots__ = ("z",)


class Open(Point):
    pass


p = Point(1, 2)
print(p.x, p.y, Point.__slots__, hasattr(p, "__dict__"), type(Point.x).__name__, Point.x.__get__(p))
q = Point3(1, 2)
q.z = 3
o = Open(1, 2)
o.anything = 5
print(q.z, o.__dict__, o.x)
del p.x
for case in ("p.x", "p.z = 1", "del p.x", "p.__dict__", "q.w = 1", "p.nope", "Point3(1, 2).z"):
    try:
        exec(case)
    except AttributeError as error:
        print(case, "->", error)
for body in ({"__slots__": ("a",), "a": 1}, {"__slots__": ("a b",)}, {"__slots__": (5,)}, {"__slots__": ("__dict__", "__dict__")}):
    try:
        type("Bad", (), body)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    class Both(Point, type("Other", (), {"__slots__": ("w",)})): pass
except TypeError as error:
    print(error)


class WithDict:
    __slots__ = ["a", "__dict__"]


w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__, w.a)


class Single:
    __slots__ = "only"


Single().only = 1


class Private:
    __slots__ = ("__secret",)

    def __init__(self):
        self.__secret = 1


print(Private()._Private__secret)
