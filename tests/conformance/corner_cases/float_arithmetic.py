"""Rounding, division and powers at the edges of what a float can hold."""

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
    0 / -2**70, 0.0/-1, 0 / -5, -0.0 / 5
    ~(2**53-1)
    5 .__mod__(0.5)
    round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1e22, 2), round(5e15+0.5), round(-0.4), round(0.5, 0), round(1234.5, -2), round(5e-324, 323), round(1.5, 400), round(1e308, -308), round(9e307, -308)
    round(1.7e308, -308)
    round(float("inf"))
    round(float("nan"))
    round(float("nan"), 2), round(float("inf"), 2), round(-0.0, 2)
    round(1.5, "a")
    round(1.5, 1.5)
    round(1.5, 2**100), round(1.5, -2**100)
    round("a")
    round()
    round(1, 2, 3)
    round(number=1.5), round(number=1.55, ndigits=1)
    (1.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-0.0).as_integer_ratio(), (1e300).as_integer_ratio()[1], (5e-324).as_integer_ratio()[0]
    float("inf").as_integer_ratio()
    float("nan").as_integer_ratio()
    (1.5).hex(), (0.0).hex(), (-0.0).hex(), (5e-324).hex(), (1e308).hex(), float("inf").hex(), (0.1).hex(), (-2.5).hex()
    (1.5).is_integer(), (1.0).is_integer()
    (1.5).__trunc__(), (-1.5).__floor__(), (1.5).__ceil__(), (2.5).__round__(), (2.5).__int__(), (1.5).__divmod__(0.4), (1.5).__rdivmod__(4)
    1.5 // 0.1, 1.5 % 0.1, -1.5 // 0.1, -1.5 % 0.1, 1e308 // 1e-308, float("inf") // 1, float("inf") % 1, 1 // float("inf"), -1 // float("inf"), -1 % float("inf"), 1 % -float("inf"), float("nan") // 1, 0.0 // -1, -0.0 // 1
    divmod(float("inf"), 1), divmod(1, float("inf")), divmod(-1, float("inf"))
    1e308 * 10, -1e308 * 10, 1e-320 / 10
    (-2.0) ** 0.5, (-8.0) ** (1/3)
    0.0 ** -1
    (-0.0) ** -1
    float("nan") ** 0, 1 ** float("nan"), (-1) ** float("inf"), 0.5 ** float("inf"), 2 ** -float("inf"), float("inf") ** -1, (-float("inf")) ** 3, (-float("inf")) ** -3, (-float("inf")) ** 0.5
    pow(2.0, 3.0, 5)
    2.0 .__pow__(3, 5)
    2.0 .__rpow__(3)
    1.5 + "a"
    1.5 << 1
    1.5 & 1
    1.5 @ 1
    -1.5, +1.5, abs(-1.5), not 1.5
    hash(float("inf")), hash(float("-inf")), hash(0.0), hash(-0.0), hash(-1.0)
    float("nan") in [float("nan")]
    (lambda x: x in [x] and [x] == [x] and {x: 1}[x])(float("nan"))
    1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 0.00012345, 1.7976931348623157e308, 5e-324, 9007199254740993.0, 1e22, 1e23, 0.1+0.2, 100.0, 1e100
    str(FS(1.5)), repr(FS(1.5)), f"{FS(1.5)}", "%s" % FS(1.5), "%.2f" % FS(1.5)
    FS(1.5) + 1, type(FS(1.5) + 1), type(-FS(1)), type(FS(1).real), type(FS(1).conjugate()), type(abs(FS(1))), type(+FS(1))
    type(IS(1) + 1), type(-IS(1)), type(IS(1) // 1), type(IS(1) & 1), type(IS(1) ** 2), type(~IS(1)), type(IS(5) << 0), type(IS(5) + 0), type(IS(5) * 1)
    """,
    globals(),
)
