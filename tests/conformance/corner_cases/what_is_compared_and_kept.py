# Tuples are compared item by item also when their lengths differ; text without conversions is kept as it is.
class Refusing:
    def __eq__(self, other):
        raise ZeroDivisionError("eq")


class Text(str):
    pass


def attempt(f):
    try:
        result = f()
        print(type(result).__name__, result)
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: (1,) == (Refusing(), 2))
attempt(lambda: (1, Refusing()) != (1, 2, 3))
attempt(lambda: () == (Refusing(),))
attempt(lambda: [1] == [Refusing(), 2])
attempt(lambda: [1] < [Refusing(), 2])
for t in Text("x"), Text(""), Text("%%"), Text("{{"), Text("\U0001f600"):
    attempt(lambda: t % {})
    attempt(lambda: t % ())
    attempt(lambda: t.format())
    attempt(lambda: t.format_map({}))
for s in "1_", "_1j", "1__0j", "1_0j", "1_0jx", "j_", " 1_ ", "1_x":
    attempt(lambda: complex(s))
attempt(lambda: complex("nan-infj".replace("nan", "1")) * complex(float("nan"), float("-inf")))
attempt(lambda: complex(float("nan"), float("-inf")) * (-2.5 + 0j))
attempt(lambda: b"".hex(bytearray(b":")))
attempt(lambda: b"ab".hex(b":"))
attempt(lambda: memoryview(b"ab").cast("\xe9"))
attempt(lambda: memoryview(b"ab").cast("\xe9", 3))
attempt(lambda: bytearray(b"x").__rmod__(b"%d"))
attempt(lambda: b"x".__rmod__(bytearray(b"%d")))
attempt(lambda: bytearray(b"%d") % 3)
attempt(lambda: b"%d" % bytearray(b"x"))
attempt(lambda: float.__getformat__(None))
