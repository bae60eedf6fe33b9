# A property of the name of an instance attribute appears on the class and goes again.
class C:
    def __init__(self): self.x = "instance"


def loop(o):
    out = []
    for i in range(150):
        if i == 50:
            C.x = property(lambda self: "property", lambda self, v: out.append(("set", v)))
        if i == 100:
            del C.x
        value = o.x
        if not out or out[-1] != value:
            out.append(value)
        if i == 70:
            o.x = "ignored"
    return out


print(loop(C()))
