# A property is replaced by one with another getter, by a setter-only one, and by a value.
class C:
    x = property(lambda self: 1)


def loop(o):
    out = []
    for i in range(160):
        if i == 40:
            C.x = property(lambda self: 2)
        if i == 80:
            C.x = property(None, lambda self, v: None)
        if i == 120:
            C.x = 3
        try:
            value = o.x
        except AttributeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(C()))
