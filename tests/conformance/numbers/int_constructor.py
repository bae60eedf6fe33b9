print(int(), int("42"), int("  -17\n"), int("1_000"), int(3.99), int(-3.99), int(True))
print(int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("-101", 2))
print(int(b"12"), int(bytearray(b"0x1f"), 0), int("١٢٣"))
print(int(1e20), int(-1e20), int(2.5e15))


class Countable:
    def __int__(self):
        return 7


class Indexed:
    def __index__(self):
        return 9


class Truncated:
    def __int__(self):
        return "no"


print(int(Countable()), int(Indexed()))
try:
    int(Truncated())
except TypeError as error:
    print(error)
