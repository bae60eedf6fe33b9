# What asks for a buffer tells in which form it wants it.
import array, binascii, codecs, hashlib, io, pickle, re, struct, zlib


class Lender:
    def __buffer__(self, flags):
        self.flags = flags
        return memoryview(bytearray(b"12"))


tests = {
    "memoryview": lambda b: memoryview(b),
    "bytes": lambda b: bytes(b),
    "bytearray": lambda b: bytearray(b),
    "join": lambda b: b"".join([b]),
    "join of two": lambda b: b"".join([b, b""]),
    "concatenation": lambda b: b"1" + b,
    "concatenation of a bytearray": lambda b: bytearray(b"1") + b,
    "extension": lambda b: bytearray(b"1").extend(b),
    "in place": lambda b: bytearray(b"1").__iadd__(b),
    "containment": lambda b: b in b"12",
    "find": lambda b: b"12".find(b),
    "count": lambda b: b"12".count(b),
    "split": lambda b: b"12".split(b),
    "partition": lambda b: b"12".partition(b),
    "replace": lambda b: b"12".replace(b, b),
    "strip": lambda b: b"12".strip(b),
    "startswith": lambda b: b"12".startswith(b),
    "translate": lambda b: b"12".translate(None, b),
    "maketrans": lambda b: bytes.maketrans(b, b),
    "comparison": lambda b: b"12" == b,
    "comparison of a bytearray": lambda b: bytearray(b"12") == b,
    "comparison of a memoryview": lambda b: memoryview(b"12") == b,
    "slice of a bytearray": lambda b: bytearray(b"12").__setitem__(slice(0, 1), b),
    "slice of a memoryview": lambda b: memoryview(bytearray(b"12")).__setitem__(slice(0, 2), b),
    "int": lambda b: int(b),
    "float": lambda b: float(b),
    "str": lambda b: str(b, "ascii"),
    "str in latin-1": lambda b: str(b, "latin-1"),
    "from_bytes": lambda b: int.from_bytes(b, "big"),
    "fromhex": lambda b: bytes.fromhex(b),
    "percent": lambda b: b"%b" % b,
    "percent s": lambda b: b"%s" % b,
    "eval": lambda b: eval(b),
    "compile": lambda b: compile(b, "", "eval"),
    "struct.unpack": lambda b: struct.unpack("2s", b),
    "struct.unpack_from": lambda b: struct.unpack_from("2s", b),
    "struct.iter_unpack": lambda b: list(struct.iter_unpack("1s", b)),
    "struct.pack_into": lambda b: struct.pack_into("2s", b, 0, b"ab"),
    "array": lambda b: array.array("b", b),
    "array.frombytes": lambda b: array.array("b").frombytes(b),
    "BytesIO": lambda b: io.BytesIO(b),
    "write": lambda b: io.BytesIO().write(b),
    "readinto": lambda b: io.BytesIO(b"12").readinto(b),
    "buffered write": lambda b: io.BufferedWriter(io.BytesIO()).write(b),
    "buffered readinto": lambda b: io.BufferedReader(io.BytesIO(b"12")).readinto(b),
    "hexlify": lambda b: binascii.hexlify(b),
    "unhexlify": lambda b: binascii.unhexlify(b),
    "crc32": lambda b: zlib.crc32(b),
    "sha256": lambda b: hashlib.sha256(b),
    "md5 update": lambda b: hashlib.md5().update(b),
    "re": lambda b: re.match(b"1", b),
    "re.sub": lambda b: re.sub(b"1", b"2", b),
    "codecs.decode": lambda b: codecs.decode(b, "ascii"),
    "utf_8_decode": lambda b: codecs.utf_8_decode(b),
    "escape_decode": lambda b: codecs.escape_decode(b),
    "PickleBuffer": lambda b: pickle.PickleBuffer(b),
    "pickle.loads": lambda b: pickle.loads(b),
    "UnicodeDecodeError": lambda b: UnicodeDecodeError("a", b, 0, 1, ""),
    "_from_flags": lambda b: memoryview._from_flags(b, 9),
}
for name, test in tests.items():
    lender = Lender()
    try:
        test(lender)
        outcome = ""
    except Exception as error:
        outcome = f"{type(error).__name__}: {error}"
    print(name, getattr(lender, "flags", None), outcome)
for lender in (b"a", bytearray(b"a"), memoryview(b"a")):
    for flags in (2**31 - 1, 2**20, 0, 1, -1):
        try:
            print(type(lender.__buffer__(flags)))
        except (OverflowError, BufferError) as error:
            print(type(error).__name__, error)
