class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


print((Key(1), 2) == (Key(1), 2), hash((Key(1),)) == hash((Key(4),)), (Key(1),) == (Key(4),))
d = {(Key(i), i): i for i in range(6)}
print(d[Key(4), 4], len(d), (Key(4), 5) in d)
print(hash(()) == hash(()), hash((1, 2)) != hash((2, 1)), (1, 2.0, True) == (1.0, 2, 1), hash((1, 2)) == hash((1.0, 2.0)))
print((1, (2, 3)) < (1, (2, 4)), (1, "a") < (2, 5), ((),) > ())
try:
    (1, "a") < (1, 5)
except TypeError as error:
    print(error)
