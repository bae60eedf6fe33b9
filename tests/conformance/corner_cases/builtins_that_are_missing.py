"""Code whose builtins are missing or are no dict, and classes with an impossible MRO."""



def shown(label):
    def call(function):
        try:
            print(label, "->", function())
        except Exception as error:
            print(label, "->", type(error).__name__, error)

    return call


@shown("exec weird")
def _():
    out = []
    for s in ("del __builtins__\nlen([])", "__builtins__ = 1\nlen([])", "__builtins__ = None\nimport os", "__name__ = 3\nclass A: pass", "__build_class__ = None\nclass A: pass"):
        try: exec(s, {}); out.append("ok")
        except BaseException as e: out.append(repr(e)[:80])
    for g in ({"__builtins__": {}}, {"__builtins__": None}, {"__builtins__": 5}, {"__builtins__": []}):
        for s in ("len([])", "class A: pass", "import os", "print", "raise 5", "assert 0", "[x for x in 1]"):
            try: exec(s, dict(g)); out.append("ok")
            except BaseException as e: out.append(repr(e)[:80])
    return len(out), print(*out, sep="\n")


@shown("bases change in mro")
def _():
    class A: pass
    class B: pass
    class M(type):
        def mro(c): return []
    class X(metaclass=M): pass
    return X


@shown("bad mro")
def _():
    class M(type):
        def mro(c): return [c, 1, int]
    class X(metaclass=M): pass


@shown("bases cycle")
def _():
    class A: pass
    class B(A): pass
    A.__bases__ = (B,)


@shown("class eq self")
def _():
    class A:
        def __eq__(s, o): A.__eq__ = lambda *a: 1; return NotImplemented
    return A() == A()


@shown("class dict mutate in attr")
def _():
    class D:
        def __get__(s, o, t): del T.x; return 5
    class T: x = D()
    return T().x, hasattr(T, "x")
