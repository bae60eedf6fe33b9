"""Operators whose left operand has a method written in Python: NotImplemented, reflection, classes that change."""

class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if isinstance(o, int): return NotImplemented
        return V(self.x + o.x)
    def __sub__(self, o): return V(self.x - o.x) if isinstance(o, V) else NotImplemented
    def __mul__(self, o): return V(self.x * o)
    def __radd__(self, o): return ('radd', o)
class W(V):
    def __radd__(self, o): return 'wradd'
class L(list):
    def __add__(self, o): return NotImplemented
def f(a, b):
    try: return a + b
    except TypeError as e: return str(e)
def g(a, b):
    try:
        a -= b
        return a
    except TypeError as e: return str(e)
sub = V.__sub__
for n in range(2):
    V.__sub__ = sub
    for i in range(800): r = f(V(1), V(2))
    print(r.x)
    for i in range(800): r = f(V(1), 3)
    print(r)
    print(f(V(1), W(2)), f(L([1]), [2]), f(L([1]), 2), f(1, V(2)))
    for i in range(800): r = f(L([1]), L([2]))
    print(r)
    for i in range(800): r = g(V(5), V(2))
    print(r.x)
    for i in range(800): r = g(V(5), 2)
    print(r)
    V.__sub__ = lambda self, o: 'changed'
    print(g(V(1), V(2)))
    V.__sub__ = lambda self, o: NotImplemented
    print(g(V(1), V(2)))
def deep(n):
    class D:
        def __add__(self, k): return 0 if k == 0 else D() + (k - 1)
    return D() + n
print(deep(300))
def gen():
    class G:
        def __or__(self, o): yield o; yield 2
    return [list(G() | i) for i in range(800)][-1]
print(gen())
