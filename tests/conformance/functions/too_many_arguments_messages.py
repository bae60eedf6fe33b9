def f0(): pass
def f1(a): pass
def f2(a, b=1): pass
def f3(a, b=1, c=2): pass
def k(a, *, b=1): pass
def k_required(a, *, b): pass
def p(a, /): pass


for call in (
    lambda: f0(1), lambda: f0(1, 2), lambda: f1(1, 2), lambda: f1(1, 2, 3), lambda: f2(1, 2, 3), lambda: f3(1, 2, 3, 4),
    lambda: k(1, 2), lambda: k(1, 2, b=3), lambda: k_required(1, 2, b=3), lambda: k_required(1, 2), lambda: p(1, 2), lambda: (lambda: 0)(1),
):
    try:
        call()
    except TypeError as error:
        print(error)


class C:
    def method(self): pass
    def two(self, a): pass
    @staticmethod
    def static(): pass
    @classmethod
    def cls(cls): pass
    def __init__(self, x=0): pass
    def no_self(): pass


for call in (lambda: C().method(1), lambda: C().two(), lambda: C().two(1, 2), lambda: C.static(1), lambda: C.cls(1), lambda: C(1, 2), lambda: C.method(), lambda: C().no_self()):
    try:
        call()
    except TypeError as error:
        print(error)
