# What goes through vars(o) is seen by attribute access, and the other way round, in a hot loop.
class C:
    def __init__(self): self.n = 0


def loop(o):
    d = vars(o)
    for i in range(100):
        if i % 2:
            d["n"] += 1
        else:
            o.n += 1
    d.update(m=5)
    del d["n"]
    return o.m, hasattr(o, "n"), d


print(loop(C()))
