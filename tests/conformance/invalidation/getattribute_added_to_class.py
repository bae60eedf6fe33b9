# __getattribute__ appears on a class whose instances have the attribute.
class C:
    def __init__(self): self.x = "plain"
    def m(self): return "method"


def loop(o):
    out = []
    for i in range(120):
        if i == 40:
            C.__getattribute__ = lambda self, name: (lambda: f"caught {name}") if name == "m" else f"caught {name}"
        if i == 80:
            del C.__getattribute__
        value = (o.x, o.m())
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(C()))
