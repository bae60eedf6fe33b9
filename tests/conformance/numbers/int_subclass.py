class Meters(int):
    def __add__(self, other):
        return Meters(int(self) + other)

    def __repr__(self):
        return f"Meters({int(self)})"


m = Meters(5)
print(m, repr(m), m + 2, type(m + 2).__name__, type(m - 2).__name__, type(2 + m).__name__)
print(m == 5, hash(m) == hash(5), m < 6, [10, 20, 30, 40, 50, 60][m], {5: "five"}[m])
print(f"{m}", f"{m:d}", f"{m:>4}", "%d %s" % (m, m), str(m), int(m), isinstance(m, int))
m.label = "attribute"
print(m.label, Meters("12"), Meters(0x10), bool(Meters(0)))
print(int.__repr__(m), -m, type(-m).__name__, type(+m).__name__, type(abs(m)).__name__)
