def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def k1(*, a): pass
def k2(*, a, b): pass
def k3(*, a, b, c): pass
def mixed(a, /, b, *, c): pass
def defaults(a, b=1, c=2): pass


for call in (
    lambda: f1(), lambda: f2(), lambda: f3(), lambda: f3(1), lambda: f2(b=1), lambda: k1(), lambda: k2(), lambda: k3(),
    lambda: k3(b=1), lambda: mixed(), lambda: mixed(1), lambda: mixed(1, 2), lambda: defaults(), lambda: defaults(b=2),
):
    try:
        call()
    except TypeError as error:
        print(error)
