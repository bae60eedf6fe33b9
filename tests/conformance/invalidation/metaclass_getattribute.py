# The metaclass gets __getattribute__, __getattr__ and __call__ while the class is used.
class Meta(type):
    pass


class C(metaclass=Meta):
    x = 1
    def __init__(self): self.made = True


def loop():
    out = []
    for i in range(160):
        if i == 40:
            Meta.__getattribute__ = lambda cls, name: f"meta {name}"
        if i == 80:
            del Meta.__getattribute__
            Meta.__call__ = lambda cls, *args: "called"
        if i == 120:
            del Meta.__call__
        o = C()
        value = (C.x, type(o).__name__ if i < 40 or i >= 80 else "?")
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop())
