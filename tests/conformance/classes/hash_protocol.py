class Eq:
    def __eq__(self, other): return True


class Both:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __hash__(self): return hash(self.n)


class Child(Both):
    def __eq__(self, other): return False


class Huge:
    def __hash__(self): return 2**100


class Negative:
    def __hash__(self): return -1


print(len({Both(1), Both(1), Both(2)}), hash(Both(5)) == hash(5), Eq.__hash__, Child.__hash__, hash(Negative()), isinstance(hash(Huge()), int))
for value in (Eq(), Child(1)):
    try:
        hash(value)
    except TypeError as error:
        print(error)
x = object()
print(hash(x) == hash(x), hash(None) == hash(None), hash("a") == hash("a"), hash(int) == hash(int), hash(x.__eq__) == hash(x.__eq__))
print({Both(1): "a"}[Both(1)], Both(3) in {Both(3)}, hash(True), hash(frozenset()) == hash(frozenset()))
