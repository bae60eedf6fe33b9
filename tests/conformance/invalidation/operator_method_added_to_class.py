# __add__, __radd__, __iadd__, __eq__, __lt__, __bool__, __len__ appear on a class in use.
class A:
    pass


def row(a):
    out = []
    for f in (lambda: a + 1, lambda: 1 + a, lambda: a == 1, lambda: a < 1, lambda: bool(a), lambda: len(a), lambda: -a, lambda: a[0], lambda: 0 in a, lambda: a()):
        try:
            out.append(f())
        except TypeError as error:
            out.append("TypeError")
    return out


def loop(a):
    seen = []
    for i in range(200):
        for at, name, value in changes:
            if at == i:
                if value is None:
                    delattr(A, name)
                else:
                    setattr(A, name, value)
        r = row(a)
        if not seen or seen[-1] != r:
            seen.append(r)
    return seen


changes = [(20, "__add__", lambda s, o: "add"), (35, "__radd__", lambda s, o: "radd"), (50, "__eq__", lambda s, o: "eq"), (65, "__lt__", lambda s, o: "lt"),
           (80, "__len__", lambda s: 0), (95, "__bool__", lambda s: True), (110, "__neg__", lambda s: "neg"), (125, "__getitem__", lambda s, i: 7 if i < 3 else [][0]),
           (140, "__contains__", lambda s, i: i == 0), (155, "__call__", lambda s: "call"), (165, "__add__", None), (175, "__bool__", None), (185, "__getitem__", None)]
for line in loop(A()):
    print(line)
