# __dict__ of an instance is replaced while a loop reads its attributes.
class C:
    y = "class y"
    def __init__(self): self.x, self.y = 1, 2


def loop(o):
    out = []
    for i in range(120):
        if i == 40:
            o.__dict__ = {"x": "new"}
        if i == 80:
            o.__dict__["y"] = "newer"
        value = (o.x, o.y)
        if not out or out[-1] != value:
            out.append(value)
    return out


o = C()
old = vars(o)
print(loop(o), old, vars(o))
try:
    o.__dict__ = 5
except TypeError as error:
    print(error)
