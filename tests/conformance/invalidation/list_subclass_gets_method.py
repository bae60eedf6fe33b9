# __getitem__, __setitem__, __iter__ and __len__ are added to a plain subclass in use.
class L(list):
    pass


def row(l):
    return l[0], len(l), [x for x in l], 1 in l


def loop(l):
    out = []
    for i in range(150):
        if i == 30: L.__getitem__ = lambda self, i: "item"
        if i == 60: L.__len__ = lambda self: 42
        if i == 90: L.__iter__ = lambda self: iter("it")
        if i == 120: del L.__getitem__, L.__len__, L.__iter__
        r = row(l)
        if not out or out[-1] != r:
            out.append(r)
    return out


for r in loop(L([1, 2])):
    print(r)
