for i, byte in enumerate(b"\x00A\xff"):
    print(i, byte, hex(byte), bytes([byte]))
print(sorted([b"b", b"a", b"", b"A", bytearray(b"aa")]), max(b"hello"), min(b"hello"), sum(b"\x01\x02"), list(reversed(b"abc")))
a, *rest = b"xyz"
print(a, rest, dict.fromkeys(b"ab", 0), set(b"aab") == {97, 98}, {b"k": 1}[b"k"], tuple(zip(b"ab", "ab")))
print(b"abc" == b"abc", b"abc" != b"abd", b"a" <= b"a", b"" < b"\x00", bytes(b"x") is not None)
