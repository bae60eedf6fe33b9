"""str() and what conversions to str return, splitting from the right."""

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
    str(1, 2, 3, 4)
    str(b"a", "ascii", encoding="x")
    str(b"a", encoding="ascii", foo=1)
    str(b"a", "ascii", "strict", 1)
    str(object=b"a")
    str(object=b"a", encoding="ascii", errors="strict")
    str(b"a", 5)
    str(b"a", "ascii", 5)
    str("a", "ascii")
    str(5, "ascii")
    str("a", errors="strict")
    str(encoding="ascii")
    str(errors="x")
    str(), str(b"a", errors="strict"), str(bytearray(b"a"), "utf-8")
    str(b"\xff", "utf-8")
    str(b"a", "nonexist")
    str(b"a", "utf-8", "nonexist")
    str(b"\xff", "utf-8", "nonexist")
    "\u019b".capitalize(), "\u019b".upper(), "\ua7dc".lower()
    "\U00014000"
    "\u1c89\u1c8a", "\u1c89".isprintable(), "\u1c89".isupper(), "\u1c8a".islower(), "\U00010d50".isidentifier(), "\U00016d40".isalpha(), "\U0001fae9".isprintable(), "\U00010d40".isdecimal(), int("\U00010d41"), "\U00016d70".isdigit(), "\U0001ccf0".isdecimal()
    "abc".rsplit("bc"), "aaa".rsplit("aa"), "ab".rsplit("b", 1), "abcabc".rsplit("bc", 1), "a//b//c".rsplit("//", 1), "aaa".rsplit("aa", 1), "aaaa".rsplit("aa"), "abababa".rsplit("aba"), "abababa".split("aba"), b"aaa".rsplit(b"aa"), b"abababa".rsplit(b"aba")
    "abc".rsplit("b", maxsplit=1), "a b c".rsplit(None, 1), " a b ".rsplit(), " a  b  c ".rsplit(None, 1), " a  b  c ".split(None, 1), "".split(), "".split("x"), " ".split(" "), "a,b".split(",", 0), " a b".split(None, 0), "a b ".rsplit(None, 0)
    "a".split("")
    "a".rsplit("")
    "a".split(5)
    "a".split("a", "b")
    "a".split("a", 2**100)
    type(str(R(S("x"))))
    type(repr(R(S("x"))))
    type(ascii(R(S("x"))))
    type(format(R(S("x"))))
    str(R(5))
    repr(R(5))
    format(R(5))
    bytes(R(5))
    """,
    globals(),
)
