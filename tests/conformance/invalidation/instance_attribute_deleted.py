# An attribute is deleted and set again; order in __dict__ follows.
class P:
    def __init__(self): self.a, self.b, self.c = 1, 2, 3


def loop(p):
    out = []
    for i in range(100):
        if i == 50:
            del p.a
        if i == 75:
            p.a = 10
        try:
            value = p.a + p.b + p.c
        except AttributeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out, list(vars(p))


print(loop(P()))
