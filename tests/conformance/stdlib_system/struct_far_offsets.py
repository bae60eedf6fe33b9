# struct.pack_into and unpack_from with offsets far outside of the buffer.
# Needs a 64-bit platform
import struct

for offset in (2**63 - 1, 2**63 - 3, 2**62, 7, 6, -3, -4, -40, -(2**63)):
    for function in (
        lambda: struct.pack_into("<I", bytearray(10), offset, 1),
        lambda: struct.unpack_from("<I", bytearray(10), offset),
        lambda: struct.unpack_from("<I", bytearray(2), offset),
    ):
        try:
            print(offset, function())
        except struct.error as error:
            print(offset, error)
