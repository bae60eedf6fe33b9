"""Indexing, comparing, hashing and searching memoryviews."""

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
    type(iter(memoryview(b""))).__name__
    memoryview()
    memoryview(1)
    memoryview("a")
    memoryview(b"", b"")
    memoryview(argument=b"")
    memoryview(b"", argument=1)
    memoryview(object=b"a").tolist()
    type("M", (memoryview,), {})
    memoryview[int]
    mk()[None]
    mk()["a"]
    mk()[1.0]
    mk()[10]
    mk()[-9]
    mk()[...]
    mk()[()]
    mk()[(1,)]
    mk()[1,2]
    mk()[1:2, 2:3]
    mk()[1:2, 1]
    mk()[1:2,]
    mk(shape=[2,4], fmt="B")[0]
    mk(shape=[2,4], fmt="B")[0,1]
    mk(shape=[2,4], fmt="B")[0,4]
    mk(shape=[2,4], fmt="B")[2,0]
    mk(shape=[2,4], fmt="B")[-1,-1]
    mk(shape=[2,4], fmt="B")[0,]
    mk(shape=[2,4], fmt="B")[0,1,2]
    mk(shape=[2,4], fmt="B")[1:].tolist(), mk(shape=[2,4], fmt="B")[::-1].tolist(), mk(shape=[2,4], fmt="B")[1:].shape
    mk(shape=[2,4], fmt="B")[1:, 1:]
    mk(shape=[2,4], fmt="B")[()]
    list(mk(shape=[2,4], fmt="B"))
    len(mk(shape=[2,4], fmt="B")), mk(shape=[2,4], fmt="B").nbytes, mk(shape=[2,4], fmt="B").strides
    97 in mk(), 1 in mk(), "a" in mk(), b"a" in mk()
    cs("b"), cs("c"), cs("h"), cs("H"), cs("i"), cs("q"), cs("Q"), cs("e"), cs("f"), cs("d")
    cs("F")
    cs("D")
    memoryview(array.array("w", "ab")).format
    memoryview(array.array("w", "ab")).tolist()
    memoryview(array.array("w", "ab"))[0]
    (lambda m: m == m)(memoryview(array.array("w", "ab")))
    (lambda m: m == m)(memoryview(array.array("d", [float("nan")])))
    mk() == 5, mk() == "abcdefgh", mk() != 5, mk() == b"abcdefgh", b"abcdefgh" == mk(), bytearray(b"abcdefgh") == mk(), mk()[::-1] == b"hgfedcba"
    mk() < mk()
    mk() < b"a"
    b"a" < mk()
    b"abcdef" <= memoryview(b"a")
    bytearray(b"a") < mk()
    mk() < bytearray(b"a")
    (lambda m: (st(m, slice(0,3), m[2:5]), st(m, slice(2,5), m[0:3])))(mk())
    hash(mk())
    hash(mk().toreadonly())
    hash(memoryview(array.array("b",[1])))
    (lambda b: (memoryview(b), b.append(1)))(bytearray(1))
    mk().hex(), mk().hex(":"), mk().hex(":", 2), mk().hex("-", -3), mk()[::-2].hex()
    mk().hex("::")
    mk().hex(5)
    mk().tobytes(), mk().tobytes("F"), mk().tobytes(None), mk().tobytes(order="A")
    mk().tobytes("X")
    mk().tobytes(5)
    mk(shape=[2,4], fmt="B").tobytes("F"), mk(shape=[2,4], fmt="B").tobytes("A"), mk(shape=[2,2,2], fmt="B").tobytes("F"), mk(shape=[2,2,2],fmt="B").tolist()
    mk(shape=[2,4], fmt="B").c_contiguous, mk(shape=[2,4], fmt="B").f_contiguous, mk(shape=[1,8], fmt="B").f_contiguous, mk()[::2].contiguous, mk()[::2].f_contiguous, mk()[:1:2].contiguous, mk()[::-1].c_contiguous
    mk().suboffsets, mk().obj, mk().readonly, mk().toreadonly().readonly, mk().toreadonly().obj, memoryview(b"a").obj, mk().itemsize, mk().ndim
    mk().index(99), mk().count(97), mk().index(104, -1)
    mk().index(1)
    mk().index(97, 1)
    mk().index("a")
    mk(shape=[2,4], fmt="B").index(1)
    mk(shape=[2,4], fmt="B").count(1)
    memoryview(array.array("d", [1.0, 2.0])).index(2), memoryview(array.array("d", [1.0, 2.0])).count(1)
    mk().index()
    mk().index(97, "a")
    mk().count()
    copy.copy(mk())
    io.BytesIO(b"ZZ").readinto(memoryview(b"aaa"))
    io.BytesIO(b"ZZ").readinto(mk()[::2])
    io.BytesIO(b"ZZZZZZ").readinto(b"aaa")
    struct.unpack("4s", mk()[:4]), struct.unpack_from("2s", mk(), 2)
    struct.pack_into("2s", memoryview(b"abc"), 0, b"x")
    isinstance(mk(), __import__("collections.abc").abc.Sequence), isinstance(mk(), __import__("collections.abc").abc.Buffer)
    mk().foo
    mk().__dict__
    mk()[::0]
    mk()["a":]
    memoryview(memoryview(b"abc")[::2]).tolist(), memoryview(memoryview(b"abc")[::2]).strides, memoryview(memoryview(b"abc")[::2]).obj
    """,
    globals(),
)
