"""Writing through memoryviews: items, slices, formats, and what is refused."""

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
    st(memoryview(bytearray(b"a")).cast("B", ()), (), 5)
    st(memoryview(bytearray(b"a")).cast("B", ()), ..., 5)
    st(memoryview(bytearray(b"a")).cast("B", ()), 0, 5)
    st(mk(), 0, 65)
    st(mk(), 0, 256)
    st(mk(), 0, -1)
    st(mk(), 0, "a")
    st(mk(), 0, b"a")
    st(mk(), 0, 1.5)
    st(mk(), 0, None)
    st(mk(), 8, 1)
    st(mk(), -9, 1)
    st(mk(), 0.0, 1)
    st(mk(), "a", 1)
    st(mk(), ..., 1)
    st(mk(), (), 1)
    st(mk(), (0,), 1)
    st(mk(), (0,1), 1)
    st(mk(), (slice(0,1),0), 1)
    st(mk(), (slice(0,1),slice(0,1)), 1)
    st(mk(), (slice(0,1),), 1)
    st(mk(), slice(0,2), b"xy")
    st(mk(), slice(0,2), b"x")
    st(mk(), slice(0,2), 5)
    st(mk(), slice(0,2), "ab")
    st(mk(), slice(None,None,2), b"wxyz")
    st(mk(), slice(None), mk()[::-1])
    st(mk(), slice(0,2), memoryview(b"xy").cast("c"))
    st(mk(), slice(0,2), array.array("h", [1,2]))
    st(mk(shape=[2,4], fmt="B"), 0, 1)
    st(mk(shape=[2,4], fmt="B"), (1,1), 1)
    st(mk(shape=[2,4], fmt="B"), (1,), 1)
    st(mk(shape=[2,4], fmt="B"), (1,2,3), 1)
    st(mk(shape=[2,4], fmt="B"), slice(0,1), b"abcd")
    st(mk(shape=[2,4], fmt="B"), (slice(0,1),slice(0,1)), b"abcd")
    st(mk(fmt="c"), 0, b"x")
    st(mk(fmt="c"), 0, b"")
    st(mk(fmt="c"), 0, b"xy")
    st(mk(fmt="c"), 0, 5)
    st(mk(fmt="?"), 0, 5), st(mk(fmt="?"), 0, []), st(mk(fmt="f"), 0, 1.5), st(mk(fmt="d"), 0, 5), st(mk(fmt="e"), 0, 1.5), st(mk(fmt="h"), 0, -2), st(mk(fmt="b"), 0, -128)
    st(mk(fmt="f"), 0, "a")
    st(mk(fmt="f"), 0, 1e300)
    st(mk(fmt="e"), 0, 1e6)
    st(mk(fmt="h"), 0, 2**15)
    st(mk(fmt="Q"), 0, 2**64)
    st(mk(fmt="Q"), 0, -1)
    st(mk(fmt="i"), 0, 1.0)
    st(mk(fmt="q"), 0, 2**64)
    st(mk(fmt="q"), 0, 2**63)
    st(mk(fmt="b"), 0, 128)
    st(mk(fmt="b"), 0, 2**100)
    st(memoryview(b"a"), 0, 1)
    st(memoryview(b"a"), slice(0,1), b"a")
    de(mk(), 0)
    de(mk(), slice(0,1))
    de(memoryview(b"a"), 0)
    st(mk(), slice(0,2,0), b"")
    """,
    globals(),
)
