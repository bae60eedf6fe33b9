class Name(str):
    def __new__(cls, value, suffix=""):
        return super().__new__(cls, value + suffix)

    def shout(self):
        return self.upper() + "!"

    def __eq__(self, other):
        return str.__eq__(self.lower(), str(other).lower())

    __hash__ = str.__hash__


n = Name("Ada", " L")
n.extra = 5
print(n, repr(n), n.shout(), n.extra, len(n), n[0], type(n).__name__, type(n[0]).__name__, type(n + "x").__name__)
print(n == "ADA L", n in ["ada l"], "ada" == n, isinstance(n, str), f"{n:>8}", "-".join([n, n]), {"Ada L": 1}.get(n))
print(type(str(n)).__name__, n.upper(), type(n.strip()).__name__, sorted([Name("b"), Name("a")]))
