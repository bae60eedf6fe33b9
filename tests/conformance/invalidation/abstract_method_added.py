# A class becomes abstract by hand; making instances stops.
import abc


class C(abc.ABC):
    def m(self): pass


def loop():
    out = []
    for i in range(100):
        if i == 50:
            C.__abstractmethods__ = frozenset(["m"])
        try:
            value = type(C()).__name__
        except TypeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop())
