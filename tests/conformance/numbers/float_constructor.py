for text in ("1.5", "  2.5\n", "-0", "1e3", "1E-3", ".5", "5.", "inf", "-Infinity", "nan", "+nan", "1_0.2_5", "١.٥"):
    print(repr(text), float(text))
print(float(), float(3), float(2**60), float(True), float(b"1.25"))


class Floats:
    def __float__(self):
        return 2.5


class Indexed:
    def __index__(self):
        return 4


print(float(Floats()), float(Indexed()))
for bad in ("", "abc", "1.2.3", "1e", "0x10", "1__0", None, [], "1 2", 1j):
    try:
        print(float(bad))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    float(10**400)
except OverflowError as error:
    print(error)
