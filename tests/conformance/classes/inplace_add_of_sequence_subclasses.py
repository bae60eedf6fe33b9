# `+=` on subclasses of mutable sequences that define `__add__`: the inherited `__iadd__` comes first.
class A(list):
    def __add__(self, o): return "add"
    def __mul__(self, o): return "mul"
class B(list):
    def __radd__(self, o): return "radd"
a = A([1]); a += (2,); print(a)
a = A([1]); a *= 2; print(a)
class C(bytearray):
    def __add__(self, o): return "add"
c = C(b"x"); c += b"y"; print(c)
from collections import deque
class D(deque):
    def __add__(self, o): return "add"
    def __mul__(self, o): return "mul"
d = D([1]); d += [2]; print(d)
d = D([1]); d *= 2; print(d)
class E(tuple):
    def __add__(self, o): return "add"
e = E((1,)); e += (2,); print(e)
class F(list):
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "add"
f = F([1]); f += (2,); print(f)
class G(list):
    __iadd__ = None
g = G()
try:
    g += [1]
except TypeError as err: print(err)
class H(list):
    def __iadd__(self, o): return NotImplemented
h = H([1])
try:
    h += [2]; print(h, type(h))
except TypeError as err: print(err)
class R:
    def __radd__(self, o): return "R"
a = A([1])
try: 
    a += R(); print(a)
except TypeError as err: print(err)
l = [1]
try: 
    l += R(); print(l)
except TypeError as err: print(err)
import array
class AA(array.array):
    def __add__(self, o): return "add"
x = AA("b", [1]); x += array.array("b", [2]); print(x)
