"""Casting memoryviews to other formats and shapes."""

from _table import table

import array
import copy
import io
import struct


def outcome(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class I:
    def __init__(s, m=None, v=0):
        s.m = m
        s.v = v

    def __index__(s):
        if s.m:
            s.m.release()
        return s.v

    def __float__(s):
        if s.m:
            s.m.release()
        return 1.0

    def __bool__(s):
        if s.m:
            s.m.release()
        return True


def mk(b=b"abcdefgh", fmt=None, shape=None):
    m = memoryview(bytearray(b))
    if fmt:
        m = m.cast(fmt, shape) if shape is not None else m.cast(fmt)
    return m


def st(m, k, v):
    m[k] = v
    return m.tobytes()


def de(m, k):
    del m[k]


def rel(m):
    m.release()
    return m


def cs(fmt, b=bytes(range(16))):
    return memoryview(b).cast(fmt).tolist()


table(
    r"""
    memoryview(bytearray(b"a")).cast("B", ())[()]
    memoryview(bytearray(b"a")).cast("B", ())[...] .ndim
    memoryview(bytearray(b"a")).cast("B", ())[0]
    memoryview(bytearray(b"a")).cast("B", ())[1:]
    len(memoryview(bytearray(b"a")).cast("B", ()))
    list(memoryview(bytearray(b"a")).cast("B", ()))
    memoryview(bytearray(b"a")).cast("B", ()).tolist(), memoryview(bytearray(b"a")).cast("B", ()).tobytes(), memoryview(bytearray(b"a")).cast("B", ()).shape
    1 in memoryview(bytearray(b"a")).cast("B", ())
    mk().cast("B", 5)
    mk().cast("B", [2,3])
    mk().cast("B", [2,"a"])
    mk().cast("B", [2,-4])
    mk().cast("B", [0])
    mk().cast("B", [2**70])
    mk().cast("B", iter([8]))
    mk().cast("B", [1]*65)
    mk().cast("B", [1]*63+[8]).ndim
    mk().cast("h", [2,2]).cast("B").tolist()
    mk().cast("B", [2,4]).cast("B", [4,2])
    mk().cast("<h")
    mk().cast("@h").format
    mk().cast("hh")
    mk().cast("")
    mk().cast(5)
    mk().cast()
    mk().cast("x")
    mk().cast("s")
    mk()[::2].cast("b")
    mk()[::2].cast("B", shape=[2,2])
    mk(b"").cast("B").tolist()
    memoryview(array.array("i", [1,2])) == memoryview(array.array("d", [1,2])), memoryview(array.array("i", [1,2])) == array.array("q", [1,2]), memoryview(b"\x01\x02") == array.array("i", [1,2]), memoryview(b"a").cast("c") == b"a"
    hash(memoryview(b"abc")) == hash(b"abc"), hash(memoryview(b"abc")[::-1]) == hash(b"cba"), hash(memoryview(b"abcd").cast("c")) == hash(b"abcd")
    """,
    globals(),
)
