class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass


print([c.__name__ for c in E.__mro__], [c.__name__ for c in E.mro()])


class X:
    def go(self): return ["X"]


class Y(X):
    def go(self): return ["Y"] + super().go()


class Z(X):
    def go(self): return ["Z"] + super().go()


class W(Y, Z):
    def go(self): return ["W"] + super().go()


print(W().go())
for bases in ((O, A), (A, A), (A, B, O, A)):
    try:
        type("Bad", bases, {})
    except TypeError as error:
        print(error)
try:
    class Bad(A, C): pass
except TypeError as error:
    print(error)
for bases in ("(int, str)", "(bool,)", "(type(None),)", "(5,)", "(lambda: 0,)", "(range,)", "(type(...),)", "(type(lambda: 0),)"):
    try:
        type("Bad", eval(bases), {})
    except TypeError as error:
        print(bases, "->", error)
