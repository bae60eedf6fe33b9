# An instance attribute hides a method, then goes again.
class C:
    def m(self):
        return "class"


def loop(o):
    out = []
    for i in range(120):
        if i == 40:
            o.m = lambda: "instance"
        if i == 80:
            del o.m
        value = o.m()
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(C()))
o = C()
o.__dict__["m"] = lambda: "through dict"
print(loop(o))
print(loop(C()))
