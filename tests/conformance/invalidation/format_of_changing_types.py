# f-strings with every kind of value, and __format__ and __str__ that change.
class C:
    def __str__(self): return "str"


def show(x):
    return f"{x}|{x!r:>4.4}|{x!s}"


values = [1, "a", 2.5, None, True, 2**70, [1], C()]
print({repr([show(v) if not isinstance(v, C) else f"{v}" for v in values]) for _ in range(30)})


def loop(c):
    out = []
    for i in range(120):
        if i == 30: C.__str__ = lambda self: "other"
        if i == 60: C.__format__ = lambda self, spec: f"format {spec}"
        if i == 90: C.__str__ = lambda self: 5
        try:
            value = (f"{c}", f"{c:x}" if i >= 60 else "", str(c))
        except TypeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(C()))
