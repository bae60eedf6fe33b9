# New in 3.14: float.from_number
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio())
print((2.0).is_integer(), (2.5).is_integer(), (1e300).is_integer())
print((0.1).hex(), (1.0).hex(), (-0.0).hex(), float("inf").hex(), (5e-324).hex())
print(float.fromhex("0x1.8p1"), float.fromhex("-0x1p-3"), float.fromhex("inf"), float.fromhex("1f"))
print((2.5).conjugate(), (2.5).real, (2.5).imag, (-2.5).__abs__(), (2.7).__trunc__(), (2.2).__ceil__(), (2.7).__floor__())
for value in (float("inf"), float("nan")):
    try:
        value.as_integer_ratio()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
try:
    float.fromhex("xyz")
except ValueError as error:
    print(error)
print(float.from_number(3), float.__name__)
