class Version:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Version.compared += 1
        return self.n < other.n

    def __repr__(self):
        return f"v{self.n}"


print(sorted([Version(3), Version(1), Version(2)]), Version.compared > 0)
print(min(Version(2), Version(1)), max([Version(5), Version(9)], key=lambda v: -v.n))


class Backwards:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n


print([b.n for b in sorted([Backwards(2), Backwards(1)])])
try:
    sorted([object(), object()])
except TypeError as error:
    print(error)
