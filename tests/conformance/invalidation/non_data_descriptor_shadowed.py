# A non-data descriptor loses against the instance, until it becomes a data descriptor.
class D:
    def __get__(self, instance, owner): return "descriptor"


class C:
    x = D()


def loop(o):
    out = []
    for i in range(120):
        if i == 30:
            o.x = "instance"
        if i == 60:
            D.__set__ = lambda self, instance, value: None
        if i == 90:
            del D.__set__
            del o.x
        value = o.x
        if not out or out[-1] != value:
            out.append(value)
    return out


try:
    print(loop(C()))
except AttributeError as error:
    print(error)
