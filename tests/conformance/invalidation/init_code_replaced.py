# The function that is __init__ gets another __code__ and other defaults.
class C:
    def __init__(self, a, b=2): self.t = (a, b)


def other(self, a, b): self.t = [a, b]


def loop():
    out = []
    for i in range(150):
        if i == 40:
            C.__init__.__defaults__ = (7,)
        if i == 80:
            C.__init__.__code__ = other.__code__
        if i == 120:
            C.__init__.__defaults__ = None
        try:
            value = C(1).t
        except TypeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop())
