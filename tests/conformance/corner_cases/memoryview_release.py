"""What a released memoryview refuses, and Python code that releases one in use."""

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
    (lambda m: (m == m, m == mk(), m != mk(), m == b"abcdefgh"))(rel(mk()))
    (lambda m: (hash(m), rel(m), hash(m))[2] == hash(b"abc"))(memoryview(b"abc"))
    hash(rel(memoryview(b"abc")))
    (lambda m: (m[1:], rel(m), 1)[2])(mk())
    (lambda m: (m[1:], rel(m))[0].tolist())(mk())
    (lambda m: (memoryview(m), rel(m))[0].tolist())(mk())
    (lambda m: (m.toreadonly(), rel(m))[0].tolist())(mk())
    (lambda m: (m.cast("c"), rel(m))[0].tolist())(mk())
    (lambda m: (bytes(m), m.release()))(mk())
    (lambda b: (memoryview(b).release(), b.append(1)))(bytearray(1))
    (lambda b: (lambda m: (m[1:], m.release(), b.append(1)))(memoryview(b)))(bytearray(5))
    (lambda b: (lambda m: (m[1:].release(), m.release(), b.append(1), b))(memoryview(b)))(bytearray(5))
    (lambda m: m[I(m,0)])(mk())
    (lambda m: st(m, I(m,0), 1))(mk())
    (lambda m: st(m, 0, I(m,1)))(mk())
    (lambda m: st(m, slice(I(m,0), 3), b"abc"))(mk())
    (lambda m: st(m.cast("f"), 0, I(m,1)))(mk())
    (lambda m: st(m, 0, I(m,1)))(mk(fmt="f"))
    (lambda m: st(m, 0, I(m,1)))(mk(fmt="d"))
    (lambda m: st(m, 0, I(m,1)))(mk(fmt="?"))
    (lambda m: st(m, (0, I(m,0)), 1))(mk(fmt="B", shape=[2,4]))
    (lambda m: m.cast("B", [I(m,8)]))(mk())
    (lambda m: m.hex(b":", I(m, 1)))(mk())
    outcome(lambda: mk().__enter__().tolist()), outcome(lambda: rel(mk()).__enter__())
    outcome(lambda: mk().__exit__()), outcome(lambda: mk().__exit__(None, None, None)), outcome(lambda: mk().__exit__(1,2,3,4,5))
    """,
    globals(),
)
