# One for loop over every kind of iterable, exhausted or left early.
def total(xs, stop=None):
    out = []
    for x in xs:
        if x == stop:
            break
        out.append(x)
    else:
        out.append("end")
    return out


class Old:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * 2


class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n


def gen():
    yield 1
    yield 2


makers = [lambda: [1, 2], lambda: (1, 2), lambda: range(1, 3), lambda: range(2**70, 2**70 + 2), gen, It, Old, lambda: "ab", lambda: {1: 2}, lambda: {5}, lambda: {1: 2}.items(),
          lambda: map(str, [1]), lambda: zip([1], [2]), lambda: enumerate("a"), lambda: reversed([1, 2]), lambda: b"ab", lambda: (x for x in [1])]
print({repr([total(m()) for m in makers]) for _ in range(25)})
print([total(m(), 2) for m in makers])
try:
    total(5)
except TypeError as error:
    print(error)
