"""complex() with one and two arguments, and arithmetic on complex numbers."""

from _table import table

import math
import operator


class FS(float):
    pass


class CS(complex):
    pass


class IS(int):
    pass


class WC:
    def __init__(s, v):
        s.v = v

    def __complex__(s):
        return s.v


class WF:
    def __init__(s, v):
        s.v = v

    def __float__(s):
        return s.v


class WI:
    def __init__(s, v):
        s.v = v

    def __index__(s):
        return s.v


class F2(float):
    def __float__(self):
        return 42.0


class F3(float):
    def __float__(self):
        return self


class F4(float):
    def __float__(self):
        return 42


class C2(complex):
    def __complex__(self):
        return 1j


class I2(int):
    def __index__(self):
        return 42

    def __int__(self):
        return 43


class SF(str):
    def __float__(self):
        return 9.0

    def __int__(self):
        return 9

    def __complex__(self):
        return 9j


class BF(bytes):
    def __float__(self):
        return 9.0


table(
    r"""
    float(SF("8")), int(SF("8")), complex(SF("8"))
    complex.from_number(5), complex.from_number(CS(5)), type(CS.from_number(5)), complex.from_number(WC(5j)), complex.from_number(WF(2.5))
    complex.from_number("5")
    complex.from_number(WC(5))
    complex(WC(4.25+0.5j)), complex(WC(4.25+0.5j), 0)
    complex(0, WC(1j))
    complex(WC(1.5))
    complex(WC(None))
    complex(WC(CS(1j)))
    complex(WC(1j), object())
    complex(WC(1), object())
    complex(object(), WC(1))
    complex(WF(4.25)), complex(WF(4.25), 1.5), complex(1.5, WF(4.25))
    complex(WF(42))
    complex(WF(42), 1.5)
    complex(1.5, WF(42))
    complex(WI(42)), complex(1.5, WI(42))
    complex(WI(2**2000))
    complex(C2(5)), complex(C2(5), 1)
    complex(CS(5), 1)
    complex(5, CS(1))
    complex(1j, 2)
    complex(1, 2j)
    complex("1", 2)
    complex(1, "2")
    complex("1+2j"), complex("(1+2j)"), complex(" ( 1+2j ) "), complex("j"), complex("-j"), complex("1e5+1e-5J"), complex("infj"), complex("nan+nanj"), complex("1_0+2_0j"), complex("+j"), complex("1-j")
    complex("1 + 2j")
    complex("1+2")
    complex("")
    complex("()")
    complex("(1+2j")
    complex("1+2jj")
    complex("\u0661+2j")
    complex("1\x00j")
    complex(b"1")
    complex([])
    complex(None)
    complex({})
    complex(real=1, imag=2), complex(imag=5), complex(real="1")
    complex(real="1", imag=2)
    complex(1, real=2)
    complex(1, 2, 3)
    complex(foo=1)
    complex(1, foo=1)
    CS(1, 2), type(CS(1,2)), CS("1+2j")
    CS(real=1, x=1)
    repr(1j), repr(-0j), repr(complex(-0.0, -0.0)), repr(complex(1, float("nan"))), repr(complex(float("inf"), -float("inf"))), repr(1e20+1e-20j)
    str(1j), format(1+2j, ""), format(1+2j, ".3f"), format(1+2j, "+.2e"), format(1+2j, ">20"), format(1+2j, "_<20.1f"), format(123456789.0+1j, ","), format(1+2j, "g"), format(1.5e10j, "n")
    format(1j, "=10")
    format(1j, "010")
    format(1j, "%")
    format(1j, "d")
    format(1j, "s")
    1j < 2j
    1j < 1
    max(1j, 2j)
    int(1j)
    float(1j)
    math.sin(1j)
    round(1j)
    math.floor(1j)
    divmod(1j, 2)
    pow(1j, 2, 3)
    pow(2, 1j, 3)
    1j ** 2, 1j**0.5, (1+2j)**3, (1+2j)**-2, (1+2j)**(1+2j), (2j)**100, (1+1j)**1000, 0j**1
    (1e300j)**2
    (1e200+1e200j)**2
    1e308j * 10, 1e308j + 1e308j
    complex(1e300, 1e300) / complex(1e-300, 0)
    1/(1+1j), (1+2j)/(3+4j), 1j/0.5, 5/(2j), (0j)/(1j), complex(float("inf"),1)/(1+1j)
    abs(1e308+1e308j)
    abs(3+4j), abs(complex(float("inf"), float("nan"))), abs(complex(float("nan"), 1))
    1j.conjugate(), (1+2j).real, (1+2j).imag, -(1+2j), +(1+2j), bool(0j), bool(-0j), bool(1j)
    1j.__getnewargs__(), 1j.__complex__(), CS(1j).__complex__(), type(CS(1j).__complex__())
    1j.real.__class__
    ~1j
    """,
    globals(),
)
