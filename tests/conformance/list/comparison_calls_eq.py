class Loud:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return self.n == getattr(other, "n", other)

    def __repr__(self):
        return f"L{self.n}"


a, b = Loud(1), Loud(2)
print(a in [b, a])
print([a, b] == [a, b])
print([a, b] == [b, a])
print([a].index(1), [b, a].count(1))
print([a] == [a, b])
