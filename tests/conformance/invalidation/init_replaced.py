# __init__ and __new__ of a class change while it is instantiated.
class C:
    def __init__(self, v): self.v = v


def second(self, v): self.v = ("second", v)


def loop():
    out = []
    for i in range(200):
        if i == 40:
            C.__init__ = second
        if i == 80:
            C.__new__ = lambda cls, v: object.__new__(cls) if v < 120 else "not a C"
        if i == 140:
            C.__new__ = lambda cls, *args: object.__new__(cls)
        if i == 160:
            C.__init__ = lambda self, v: 5
        try:
            o = C(i)
            value = o if isinstance(o, str) else type(o.v).__name__
        except TypeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


for line in loop():
    print(line)
