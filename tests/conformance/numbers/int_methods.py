print((255).bit_length(), (-256).bit_length(), (0).bit_length(), (2**100).bit_length())
print((255).bit_count(), (-255).bit_count(), (2**100 - 1).bit_count())
print((10).as_integer_ratio(), (-3).numerator, (7).denominator, (7).real, (7).imag)
print((5).conjugate(), (5).is_integer(), (5).__index__())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (1).to_bytes())
print((-2).to_bytes(3, "big", signed=True))
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True))
print(int.from_bytes([1, 2, 3], "little"))
for call in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "big"), lambda: (1).to_bytes(2, "middle")):
    try:
        call()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
