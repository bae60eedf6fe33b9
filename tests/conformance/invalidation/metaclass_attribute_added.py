# An attribute of the metaclass appears: a data descriptor wins over the class's own.
class Meta(type):
    pass


class C(metaclass=Meta):
    x = "class"


def loop():
    out = []
    for i in range(160):
        if i == 40:
            Meta.x = "meta value"
        if i == 80:
            Meta.x = property(lambda cls: "meta property")
        if i == 120:
            del Meta.x
            del C.x
        try:
            value = C.x
        except AttributeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop())
