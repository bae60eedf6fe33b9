class V:
    def __init__(self, *c):
        self.c = c

    def __repr__(self):
        return f"V{self.c}"

    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c)))
    def __sub__(self, o): return V(*(a - b for a, b in zip(self.c, o.c)))
    def __mul__(self, k): return V(*(a * k for a in self.c)) if isinstance(k, int) else NotImplemented
    def __rmul__(self, k): return ("rmul", self * k)
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __truediv__(self, k): return ("truediv", k)
    def __floordiv__(self, k): return ("floordiv", k)
    def __mod__(self, k): return ("mod", k)
    def __pow__(self, k, m=None): return ("pow", k, m)
    def __rpow__(self, k): return ("rpow", k)
    def __divmod__(self, k): return ("divmod", k)
    def __lshift__(self, k): return ("lshift", k)
    def __rshift__(self, k): return ("rshift", k)
    def __and__(self, k): return ("and", k)
    def __or__(self, k): return ("or", k)
    def __xor__(self, k): return ("xor", k)
    def __rxor__(self, k): return ("rxor", k)
    def __neg__(self): return V(*(-a for a in self.c))
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"


v, w = V(1, 2), V(3, 4)
print(v + w, w - v, v * 3, 3 * v, v @ w, v / 2, v // 2, v % 2, v**2, 2**v, pow(v, 2, 5), divmod(v, 3))
print(v << 1, v >> 1, v & 1, v | 1, v ^ 1, 1 ^ v, -v, +v, ~v, abs(v))
for case in ("v * 'a'", "1 + v", "1 - v", "1 @ v", "divmod(1, v)", "1 << v", "v + 1"):
    try:
        print(eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
