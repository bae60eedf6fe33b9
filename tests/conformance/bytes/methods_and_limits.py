# What __bytes__ may answer, lengths that are none, exports that forbid to resize, steps of field names, struct formats.
import struct, sys
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r)[:200])
    except Exception as e: print(type(e).__name__, e)
class BS(bytes): pass
class W:
    def __init__(self, v): self.v = v
    def __bytes__(self): return self.v
class IB(int):
    __bytes__ = None
class LB(list):
    __bytes__ = None
class SB(str):
    def __bytes__(self): return b'sb'
class BB(bytes):
    def __bytes__(self): return BS(b'bb')
class Blocked(bytearray):
    __bytes__ = None
for v in (W(b'x'), W(BS(b'x')), W('x'), W(None), IB(3), LB([1]), SB('a'), BB(b'q'), Blocked(b'a'), BS(b'z')):
    t(bytes, v); t(BS, v); t(lambda: type(bytes(v)).__name__); t(bytearray, v); t(lambda: bytes(source=v))
t(bytes, SB('a'), 'ascii'); t(bytes, 'a', errors='strict'); t(bytes, b'a', 'ascii'); t(bytes, b'a', errors='ascii')
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
for n in (-1, -10**30, 10**30, 4.5, None): t(len, L(n))
b = bytearray(b'abcdef'); b[1:-1:2] = b''; print(b)
b = bytearray(b'abcdef'); v = memoryview(b); t(b.__setitem__, slice(1, -1, 2), b''); t(b.__setitem__, slice(1, 3), b''); t(b.append, 1); t(b.clear); v.release(); b.clear(); print(b)
sep = bytearray(b',')
def items():
    sep.clear(); yield b'a'
t(sep.join, items()); print(sep)
print(bytearray(b'ab').__reduce__(), bytearray(b'ab').__reduce_ex__(3), bytearray().__reduce_ex__(4), bytearray().__reduce__(), bytearray(b'ab').__reduce_ex__(2))
class S(bytearray): __slots__ = ('x', '__dict__')
s = S(b'q'); s.x = 1; s.y = 2; print(s.__reduce_ex__(4)[1:])
t("{0.}".format); t("{0.}".format, 1); t("{0[}".format); t("{0[}".format, 1); t("{a.b.}".format, a=1); t("{0[a]b}".format, {'a': 1})
t(struct.calcsize, '\0'); t(struct.calcsize, b'\0'); t(struct.calcsize, '2\0i'); t(struct.pack, '4p', b'abcdef'); t(lambda: struct.pack('300p', b'x' * 400)[:3]); t(lambda: len(struct.unpack('300p', struct.pack('300p', b'x' * 400))[0]))
t(struct.unpack_from, '<I', bytearray(10), 8); t(struct.pack_into, '<I', bytearray(10), 100, 1)
t(struct.calcsize, '9999999999999999999999b')
