class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def f(p):
    match p:
        case Point3(x, y, 0):
            return f"on the plane {x} {y}"
        case Point(0, 0):
            return "origin"
        case Point(0, y=y):
            return f"y axis {y}"
        case Point(x=x, y=0):
            return f"x axis {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "somewhere"
        case int(n) | float(n):
            return f"number {n}"
        case str() as s:
            return f"str {s}"
        case list([a, b]):
            return f"list of two {a} {b}"
        case dict(d):
            return f"dict {d}"
        case bool():
            return "never: bool is an int"
        case type():
            return "a class"
        case _:
            return "?"


for value in (Point3(1, 2, 0), Point3(0, 0, 1), Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), 5, 2.5, True, "s", [1, 2], [1], {}, int, None):
    print(f(value))
