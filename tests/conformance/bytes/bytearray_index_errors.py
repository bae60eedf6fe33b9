# New in 3.14: bytearray.resize
# Which error an index beyond everything raises, and that a bad value is found before a bad index.
for attempt in [
    lambda b: b.insert(10**20, 1),
    lambda b: b.pop(10**20),
    lambda b: b.resize(10**20),
    lambda b: b.resize(-2),
    lambda b: b.__setitem__(10, 300),
    lambda b: b.__setitem__(10, "x"),
    lambda b: b.__setitem__(10, 1),
    lambda b: b.__setitem__(10**20, 300),
    lambda b: b.__delitem__(10),
]:
    try:
        print(attempt(bytearray(2)))
    except Exception as error:
        print(type(error).__name__, error)


class Shrinking:
    def __index__(self):
        b.clear()
        return 65


b = bytearray(b"abc")
try:
    b[1] = Shrinking()
except IndexError as error:
    print(error, b)
