# `super` itself is a name that can be rebound.
class A:
    def m(self): return "A"


class B(A):
    def m(self): return super().m()


def loop(o):
    out = []
    for i in range(90):
        if i == 50:
            globals()["super"] = lambda *args: type("Fake", (), {"m": lambda self: "fake"})()
        if i == 70:
            del globals()["super"]
        value = o.m()
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(B()))
