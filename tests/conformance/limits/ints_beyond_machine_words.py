"""Ints that no C integer holds, as arguments that are one in CPython."""

import io
import random
import sys


def refused(expression):
    try:
        print(expression, ascii(eval(expression)))
    except Exception as error:
        print(expression, type(error).__name__, error)


for expression in """
io.BytesIO().seek(10**30)
io.BytesIO().seek(0, 10**30)
io.BytesIO(b"abc").read(10**30)
io.BytesIO(b"abc").read(-(10**30))
io.BytesIO(b"abc").readline(10**30)
io.StringIO().seek(10**30)
io.StringIO("abc").read(-(10**30))
io.StringIO().truncate(10**30)
io.StringIO().truncate("a")
sys.setrecursionlimit(10**30)
sys.setrecursionlimit(-(10**30))
sys.set_int_max_str_digits(10**30)
sys.set_int_max_str_digits(-(10**30))
random.getrandbits(10**30)
random.getrandbits(-1)
random.getrandbits(-(10**30))
[].pop(10**30)
[].insert(10**30, 1)
"a".split("x", 10**30)
"a".replace("a", "b", 10**30)
"%*s" % (10**30, 1)
"%.*f" % (10**30, 1.0)
"{:{}}".format(1, 10**30)
"{0[1000000000000000000000000000]}".format([1])
"a" * -(10**30)
chr(10**30)
"%c" % 10**30
""".strip().splitlines():
    refused(expression)
