# __code__ of a function is replaced while it is called, by code with other parameters too.
def f(a): return a + 1
def g(a): return a * 100
def h(a, b): return a - b
def star(*args): return args
def gen(a): yield a


def loop():
    out = []
    for i in range(200):
        if i in new:
            f.__code__ = new[i].__code__
        try:
            value = f(1)
        except TypeError as error:
            value = str(error)
        if not isinstance(value, (int, str, tuple)):
            value = list(value)
        if not out or out[-1] != value:
            out.append(value)
    return out


new = {40: g, 80: h, 120: star, 160: gen}
print(loop())
