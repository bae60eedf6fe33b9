class Circle:
    def __init__(self, r):
        self._r = r

    @property
    def r(self):
        "The radius."
        return self._r

    @r.setter
    def r(self, value):
        if value < 0:
            raise ValueError("negative")
        self._r = value

    @r.deleter
    def r(self):
        print("deleted")
        self._r = 0

    @property
    def area(self):
        return 3 * self.r**2

    write_only = property(None, lambda self, v: print("set", v))


c = Circle(2)
c.r = 5
print(c.r, c.area, Circle.r.__doc__, Circle.r.fget(c), type(Circle.r).__name__, c.__dict__, Circle.r.__name__)
del c.r
c.write_only = 9
c.__dict__["r"] = "hidden"
print(c.r, c.__dict__)
for case in ("c.area = 5", "del c.area", "c.r = -1", "c.write_only", "del c.write_only", "Circle.area.nope", "Circle.r.__set__(c, -5)"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)


class Sub(Circle):
    @Circle.r.getter
    def r(self):
        return "overridden"


s = Sub(1)
s.r = 3
print(s.r, s._r)
