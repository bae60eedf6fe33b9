# complex() asks __complex__ of subclasses of complex too, and __float__ of subclasses of float for a part.
class C0(complex):
    def __complex__(self): return 42j
class C1(complex):
    def __complex__(self): return None
class C2(complex):
    def __new__(cls, v=0j): return complex.__new__(cls, 2 * v)
    def __complex__(self): return self
class C3(complex):
    def __complex__(self): return C2(5)
class F0(float):
    def __float__(self): return 42.0
class F1(float):
    def __complex__(self): return 7j
class I0(int):
    def __complex__(self): return 8j
class S0(str):
    def __complex__(self): return 9j
import cmath
import warnings

warnings.simplefilter("ignore")
def t(f):
    try: r = f(); print(repr(r), type(r).__name__)
    except Exception as e: print(type(e).__name__, e)
for c in (C0, C1, C2, C3, F0, F1, I0, S0):
    a = c() if c is S0 else c(1) if issubclass(c, (float, int)) else c(1j)
    for make in (complex, lambda x: complex(x, 0), lambda x: complex(0, x), lambda x: complex(real=x), cmath.sqrt, C0, complex.from_number):
        t(lambda: make(a))
