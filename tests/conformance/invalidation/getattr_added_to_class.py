# __getattr__ appears on a class, and goes.
class C:
    pass


def read(o):
    try:
        return o.missing
    except AttributeError as error:
        return str(error)


def loop(o):
    out = []
    for i in range(120):
        if i == 40:
            C.__getattr__ = lambda self, name: f"<{name}>"
        if i == 80:
            del C.__getattr__
        value = read(o)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(C()))
