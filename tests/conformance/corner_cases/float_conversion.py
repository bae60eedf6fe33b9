"""float() and the methods that it calls, with what it refuses."""

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
    float(F3(21))
    float(F4(1))
    float(FS(2))
    type(float(FS(2)))
    FS(F2())
    float(I2(5))
    int(I2(5)), operator.index(I2(5)), [0]*I2(2), range(I2(5)), math.floor(I2(3)), "abc"[I2(1)], I2(5)+1
    float(WF(FS(42.)))
    FS(WF(FS(42.)))
    float(WF(42))
    float(WF(""))
    float(WF(None))
    math.sin(WF(""))
    math.sin(WF(FS(2)))
    float(WI(42))
    float(WI(2**2000))
    float(WI("a"))
    float(WI(None))
    float(BF(b"8")), float(b"8"), float(bytearray(b" 8 "))
    float(memoryview(b"8"))
    float([])
    float("a")
    float("")
    float("1_0"), float("1e5"), float(".5"), float("5."), float("+5"), float(" 5\n"), float("infinity"), float("-INF"), float("nan"), float("+nan")
    float("1__0")
    float("_1")
    float("1_.5")
    float("1._5")
    float("1_e5")
    float("1e_5")
    float(".")
    float("1e")
    float("e5")
    float("0x10")
    float("١٢٣.٤")
    float("1\x002")
    float("\ud800")
    float(b"\xff")
    float(b"1\x00")
    float("1" * 400)
    float(1, 2)
    float(x=1)
    FS(x=1)
    FS(1, 2)
    float.fromhex("0x1p\uff10")
    float.fromhex("１")
    float.fromhex("0x")
    float.fromhex("")
    float.fromhex(" 0x1.8p1 ")
    float.fromhex("0x1.8p1024")
    float.fromhex("0x1p-1100"), float.fromhex("-0x0p5"), float.fromhex("1"), float.fromhex("nan"), float.fromhex("-inf")
    float.fromhex("0x1p99999999999999999999")
    float.fromhex("0x0p99999999999999999999"), float.fromhex("0x1p-99999999999999999999")
    float.fromhex("0x1.fffffffffffff8p1023")
    float.fromhex("0x1.fffffffffffff7p1023")
    float.fromhex(b"1")
    float.fromhex(1)
    FS.fromhex("1"), type(FS.fromhex("1"))
    float.__getformat__("x")
    float.__getformat__(1)
    float.__getformat__()
    float.from_number(5), float.from_number(FS(5)), FS.from_number(5), float.from_number(WF(2.5)), float.from_number(WI(5))
    float.from_number("5")
    float.from_number(5j)
    float.from_number(WF(5))
    """,
    globals(),
)
