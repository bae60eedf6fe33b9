# Locals that are unbound on some iterations.
def loop():
    out = []
    for i in range(120):
        if i % 40 != 39:
            x = i
        else:
            del x
        try:
            out.append(x + 1)
        except UnboundLocalError as error:
            out.append(str(error))
    return [o for o in out if isinstance(o, str)], out[-2]


print(loop())


def frees():
    out = []
    for i in range(90):
        x = i
        def f(): return x
        if i % 30 == 29:
            del x
        try:
            out.append(f())
        except NameError as error:
            out.append(str(error))
    return [o for o in out if isinstance(o, str)]


print(frees())
