# __get__ of a descriptor's class changes while attributes are read through it.
class D:
    def __get__(self, instance, owner): return "first"


class C:
    x = D()


def loop(o):
    out = []
    for i in range(120):
        if i == 40:
            D.__get__ = lambda self, instance, owner: "second"
        if i == 80:
            del D.__get__
        value = o.x
        value = value if isinstance(value, str) else type(value).__name__
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(C()))
