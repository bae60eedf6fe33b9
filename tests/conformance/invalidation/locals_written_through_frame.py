# f_locals writes through to fast locals in the middle of a hot loop (PEP 667).
import sys


def poke(value):
    sys._getframe(1).f_locals["x"] = value


def loop():
    x = 0
    out = []
    for i in range(120):
        if i == 40: poke("text")
        if i == 80: poke(2.5)
        y = x
        if not out or out[-1] != y:
            out.append(y)
    return out


print(loop())


def adds():
    x = 1
    for i in range(60):
        x = x + x if i < 5 else x
        if i == 30:
            poke([1])
        x = x + x if i > 57 else x
    return x


print(adds())
