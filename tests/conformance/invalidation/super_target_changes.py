# super().m() sees methods that are replaced, and bases that are.
class A:
    def m(self): return "A"


class B:
    def m(self): return "B"


class C(A):
    def m(self): return "C" + super().m()


def loop(o):
    out = []
    for i in range(150):
        if i == 40: A.m = lambda self: "A2"
        if i == 80: C.__bases__ = (B,)
        if i == 120: del B.m
        try:
            value = o.m()
        except AttributeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(C()))
