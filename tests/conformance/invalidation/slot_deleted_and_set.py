# A slot without a value, and a slot that a class attribute hides.
class S:
    __slots__ = ("a", "b")


def loop(o):
    out = []
    for i in range(120):
        if i == 40:
            del o.a
        if i == 60:
            o.a = "again"
        if i == 90:
            S.a = "class"
        try:
            value = o.a
        except AttributeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


s = S()
s.a = 1
print(loop(s))
try:
    s.a = 2
except AttributeError as error:
    print(error)
