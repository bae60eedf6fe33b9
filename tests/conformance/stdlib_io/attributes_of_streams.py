# Streams have a dict for attributes; memory that is read-only stays so.
import io
import struct

for stream in (io.StringIO(), io.BytesIO(), io.TextIOWrapper(io.BytesIO()), io.BufferedReader(io.BytesIO()), io.BufferedWriter(io.BytesIO()),
               io.BufferedRandom(io.BytesIO()), io.RawIOBase(), io.IOBase()):
    stream.x = 1
    print(type(stream).__name__, stream.x, stream.__dict__)


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


frozen = b"abc"
attempt(struct.pack_into, "b", frozen, 0, 1)
attempt(io.BytesIO(b"xy").readinto, frozen)
attempt(io.BufferedReader(io.BytesIO(b"xy")).readinto, frozen)
attempt(frozen.__buffer__, 1)
attempt(memoryview(frozen).__setitem__, 0, 1)
attempt(memoryview(frozen).__buffer__, 1)
print(frozen)
for args in (), ("b",), (b" ", 3.0), ("b", bytearray(2)), ("b", bytearray(2), 5), ("b", bytearray(2), 0), ("bb", bytearray(2), 0, 1), (3,), ([],), ("\xe9",):
    attempt(struct.pack_into, *args)
for args in (), (3,), (None,), ([],), ("\xe9\xe9",), (b"\xff",), (1.5,):
    for f in struct.pack, struct.calcsize, struct.Struct, struct.iter_unpack, struct.unpack, struct.unpack_from:
        attempt(f, *args)
attempt(struct.Struct, "i", 2)
