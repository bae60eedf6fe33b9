"""Formatting with % of str and bytes: conversions, sizes, mappings and every message."""

from _table import table


class S(str):
    pass


class I:
    def __index__(s):
        return 3


class F:
    def __float__(s):
        return 1.5


class R:
    def __init__(s, v):
        s.v = v

    def __repr__(s):
        return s.v

    def __str__(s):
        return s.v

    def __format__(s, f):
        return s.v

    def __bytes__(s):
        return s.v


class M(dict):
    def __missing__(s, k):
        return k


table(
    r"""
    "%c" % 1.5
    "%c" % "ab"
    "%c" % ""
    "%c" % 0x110000
    "%c" % -1
    "%c" % (2**100,)
    "%c" % F()
    "%c" % I()
    "%c" % b"a"
    "%c" % None
    "%c" % "\U0001f600", "%c" % 0x1f600, "%5c|%-5c|" % ("a", 66)
    b"%c" % 256
    b"%c" % "a"
    b"%c" % b"ab"
    b"%c" % 1.5
    b"%c" % I()
    b"%c" % 65, b"%c" % b"a", b"%c" % bytearray(b"a")
    b"%s" % "a"
    b"%s" % 5
    b"%b" % memoryview(b"a"), b"%a" % "\xff", b"%r" % "\xff", b"%d" % 5, b"%x" % 255, b"%.2f" % 1.5, b"%(a)s" % {b"a": b"x"}, b"%%" % ()
    b"%(a)s" % {"a": b"x"}
    b"%d" % "a"
    b"%x" % 1.5
    b"%i" % 1.5
    b"%z" % 5
    b"%" % ()
    b"%s" % ()
    b"%s" % (1, 2)
    b"a" % 5
    b"a" % {}
    b"%d %d" % (1,)
    "%d" % "a"
    "%d" % F()
    "%d" % I()
    "%d" % None
    "%d" % 1j
    "%d" % float("inf")
    "%d" % float("nan")
    "%x" % 1.5
    "%x" % "a"
    "%x" % I(), "%o" % 8, "%X" % 255, "%#x" % 255, "%#X" % 255, "%#o" % 8, "%x" % -255, "%#010x" % 255, "%+x" % 255, "% x" % 255, "%-8x|" % 255, "%.5x" % 255, "%#.5x" % 255, "%.5d" % -5, "%+.5d" % 5, "%08.3d" % 5, "%.0d" % 0
    "%f" % "a"
    "%f" % 1j
    "%f" % None
    "%e" % 12345.678, "%E" % 1e-10, "%g" % 1e10, "%G" % 1e-10, "%#g" % 1.0, "%.3g" % 1234.5, "%f" % 10**20, "%f" % True, "%5.1f|" % 1.25, "%-8.2f|" % 1.5, "%08.2f" % -1.5, "%+f" % 1, "% f" % 1, "%.0f" % 0.5, "%.0f" % 1.5, "%#.0f" % 1.0, "%F" % float("inf"), "%f" % float("nan"), "%05f" % float("inf"), "%+f" % float("nan"), "%.3e" % 0, "%a" % "\xff", "%5%|" % (), "%-5%|" % ()
    "%f" % 10**400
    "%z" % 5
    "%" % ()
    "%(a" % {}
    "%(a)" % {"a": 1}
    "%(a)s" % 5
    "%(a)s" % (1,)
    "%(a)s" % {}
    "%(a)s %s" % {"a": 1}
    "%(a(b)c)s" % {"a(b)c": 1}, "%(a)s" % M(), "%(a)5.2f|" % {"a": 1.5}
    "%s" % ()
    "%s %s" % 1
    "%s" % (1, 2)
    "abc" % 5
    "abc" % (), "abc" % {}, "abc" % []
    "abc" % (1,)
    "abc" % "x"
    "abc" % b"x"
    "%s" % {"a": 1}, "%s" % [1], "%s" % ((1,),), "%s%%" % 5
    "%*d" % (5, 3), "%-*d|" % (5, 3), "%*d|" % (-5, 3), "%.*f" % (2, 1.5), "%*.*f" % (8, 2, 1.5), "%.*f" % (-2, 1.5)
    "%*d" % ("a", 3)
    "%.*f" % (1.5, 3)
    "%*d" % 3
    "%.99999999999f" % 3
    "%lld" % 5
    "%.3s|%5.1s|%-5s|%05s|" % ("abcdef", "abc", "a", "a")
    "%s" % S("a"), type("%s" % S("a")), S("%s") % "a", type(S("%s") % "a")
    "%5%" % ()
    "%5%" % 1
    "%5%|%s" % (1,2)
    "%-5%|" % (1,)
    "%.5%" % ()
    "%(a)%" % {"a": 1}
    "%(a)%" % {}
    "%%%s" % 5
    "%s%s" % [1,2]
    "" % 1
    "" % "x"
    "" % b"x"
    "" % bytearray()
    "" % range(3)
    "" % memoryview(b"x")
    b"" % b"x"
    b"" % "x"
    b"" % bytearray()
    b"" % memoryview(b"")
    b"" % range(3)
    b"" % 5
    b"%s" % b"x" + b"%d" % 5
    b"%(a)s" % b"x"
    "%(x)s" % "x"
    "%(x)s" % [1]
    "%()s" % {"": 5}
    "%(a)s%(b)s" % {"a":1,"b":2}, "%s %(a)s" % {"a":1}
    "%(a)s %s" % {"a":1}
    "%(a)*d" % {"a":1}
    "%s %s" % {"a":1}
    "%s%%%" % 1
    "%1" % 1
    "%.f" % 1.5
    "%. 5d" % 1
    "%+-#0 5d|" % 5
    "%-05d|" % 5
    "%lls" % 5
    "%hhd" % 5
    "%jd" % 5
    "%\u0100" % 5
    "%y" % 5
    "%()" % {}
    "%(" % {}
    "%*" % 5
    "%*d" % (1,)
    "%.*d" % (1,)
    "%.*d" % ("a",1)
    "%.2147483648s" % 1
    """,
    globals(),
)
