# __bases__ of a class changes while its instances are used.
class A:
    x = "A.x"
    def m(self): return "A.m"


class B:
    x = "B.x"
    def m(self): return "B.m"
    def __add__(self, other): return "B.add"


class C(A):
    pass


def loop():
    o = C()
    out = []
    for i in range(100):
        if i == 50:
            C.__bases__ = (B,)
        if i == 75:
            C.__bases__ = (A, B)
        try:
            total = o + 1
        except TypeError as error:
            total = str(error)
        row = (o.x, o.m(), total)
        if not out or out[-1] != row:
            out.append(row)
    return out


for row in loop():
    print(row)
print([c.__name__ for c in C.__mro__])
