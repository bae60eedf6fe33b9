class Celsius(float):
    def __new__(cls, value, label=""):
        self = super().__new__(cls, value)
        self.label = label
        return self

    def __str__(self):
        return f"{float(self):.1f}C"


c = Celsius(21.55, "room")
print(c, repr(c), c.label, c + 1, type(c + 1).__name__)
print(c == 21.55, c > 20, {c: 1}[21.55], f"{c:.3f}", f"{c}", "%s %.1f" % (c, c))
print(isinstance(c, float), float.__repr__(c), Celsius("3").label == "")
