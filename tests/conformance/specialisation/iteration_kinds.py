class Seq:
    def __getitem__(self, i):
        if i < 3:
            return i
        raise IndexError


class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


def gen():
    yield from "xyz"


def collect(iterable):
    out = []
    for item in iterable:
        out.append(item)
    return out


makers = [lambda: [1, 2, 3], lambda: (4, 5), lambda: range(3), lambda: range(2**53 - 1, 2**53 + 2), lambda: "abc", lambda: {"k": 1, "l": 2}, lambda: {"k": 1}.items(), lambda: {7}, gen, It, Seq, lambda: map(str, [1, 2]), lambda: enumerate("a"), lambda: zip("ab", [1, 2]), lambda: b"ab", lambda: (i * i for i in range(3)), lambda: reversed([1, 2]), lambda: iter([9]), lambda: bytearray(b"z"), lambda: filter(None, [0, 1])]
for make in makers:
    for _ in range(10):
        result = collect(make())
    print(result)
print([collect(make()) for make in makers * 3] == [collect(make()) for make in makers] * 3)
try:
    collect([1] if False else 5)
except TypeError as error:
    print(error)


def grow(n):
    items = [0]
    for x in items:
        if len(items) < n:
            items.append(x + 1)
    return len(items), items[-1]


print(grow(200))


def nested(n):
    return sum(1 for a in range(n) for b in range(a) for c in (1, 2) if (a + b + c) % 3 == 0)


print(nested(30))
