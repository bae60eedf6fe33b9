# __defaults__ and __kwdefaults__ change while the function is called.
def f(a, b=1, *, c=2): return a, b, c


def loop():
    out = []
    for i in range(200):
        if i == 40:
            f.__defaults__ = (10,)
        if i == 80:
            f.__kwdefaults__ = {"c": 20}
        if i == 120:
            f.__kwdefaults__["c"] = 30
        if i == 160:
            f.__kwdefaults__ = None
        if i == 180:
            f.__defaults__ = None
        try:
            value = f(0)
        except TypeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


for line in loop():
    print(line)
