# The function behind a property gets another __code__.
class C:
    @property
    def x(self): return "old"


def other(self): return "new"


def two(self, more): return "never"


def loop(o):
    out = []
    for i in range(120):
        if i == 40:
            C.x.fget.__code__ = other.__code__
        if i == 80:
            C.x.fget.__code__ = two.__code__
        try:
            value = o.x
        except TypeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(C()))
