def f(a, b=2):
    c = a + b
    d = locals()
    e = 5
    return sorted(d), sorted(locals())


print(f(1))
x = 10
print(globals()["x"], "f" in globals(), locals() is globals(), globals()["__name__"])
globals()["made"] = "dynamically"
print(made)


def snapshot():
    y = 1
    before = locals()
    y = 2
    before["y"] = 99
    return y, before["y"], locals()["y"]


print(snapshot())


class Body:
    a = 1
    names = sorted(k for k in locals() if not k.startswith("__"))
    locals()["b"] = 2


print(Body.names, Body.b)


def closure():
    v = 1

    def inner():
        v
        return locals()

    return inner()


print(closure(), (lambda p: vars())(3), [sorted(locals()) for i in [1]][0][:0])
