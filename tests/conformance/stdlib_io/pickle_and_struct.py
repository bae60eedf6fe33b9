import pickle
import struct


class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x


class G:
    def __getstate__(self): return {"kept": 1}
    def __setstate__(self, s): self.restored = s


for value in (None, True, 5, -1, 2**70, 1.5, "é😀", b"x", [1, [2]], (1, 2, 3, 4), {"a": {1, 2}}, frozenset([1]), 1j, len, int, P([1]), range(3), bytearray(b"y"), ...):
    for protocol in (0, 2, 5):
        assert pickle.loads(pickle.dumps(value, protocol)) == value, value
print(pickle.loads(pickle.dumps(G())).restored, pickle.dumps([1, "a"], 0), pickle.dumps({"k": 1}, 4))
loop = []
loop.append(loop)
c = pickle.loads(pickle.dumps(loop))
print(c[0] is c)
for value in (lambda: 0, (x for x in [])):
    try:
        pickle.dumps(value)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        print(type(error).__name__)
try:
    pickle.loads(b"garbage")
except pickle.UnpicklingError as error:
    print(error)
print(struct.pack(">hIq", 1, 2, -3), struct.unpack("<2sH", b"ab\x01\x00"), struct.calcsize("=ibd"), struct.pack("f", 1.5), list(struct.iter_unpack("B", b"ab")), struct.pack("3s?x", b"a", True), struct.Struct("!H").size, struct.pack(">e", 1.5), struct.unpack_from(">H", b"\0\1\2", 1))
for call in (lambda: struct.pack("B", 256), lambda: struct.unpack("H", b"a"), lambda: struct.pack("z", 1), lambda: struct.pack("i"), lambda: struct.pack("i", "a"), lambda: struct.pack(">h", 40000)):
    try:
        call()
    except struct.error as error:
        print(error)
