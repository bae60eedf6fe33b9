# 1, 2, 3, 4, 5 and 20 classes at one attribute and one method site; then one of them changes.
def classes(n):
    return [type(f"K{i}", (), {"__init__": (lambda i: lambda self: setattr(self, "x", i))(i), "m": (lambda i: lambda self: i * 10)(i)}) for i in range(n)]


def read(objects):
    return [(o.x, o.m()) for o in objects]


for n in (1, 2, 3, 4, 5, 20):
    kinds = classes(n)
    objects = [k() for k in kinds] * 12
    first = read(objects)
    kinds[0].m = lambda self: "changed"
    second = read(objects)
    kinds[-1].x = property(lambda self: "property")
    third = read(objects)
    print(n, len(set(first)), second[0], third[-1], len(third), third.count(third[-1]))
