class Packet(bytes):
    def __new__(cls, *parts):
        return super().__new__(cls, b"".join(parts))

    @property
    def checksum(self):
        return sum(self) % 256


p = Packet(b"ab", b"cd")
print(p, repr(p), p.checksum, p[0], type(p[1:]).__name__, len(p), p == b"abcd", {p: 1}[b"abcd"], isinstance(p, bytes), p + b"!", p.hex())


class Buffer:
    def __bytes__(self):
        return b"from __bytes__"


class Bad:
    def __bytes__(self):
        return "no"


print(bytes(Buffer()))
try:
    bytes(Bad())
except TypeError as error:
    print(error)
