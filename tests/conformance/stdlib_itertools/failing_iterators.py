# New in 3.14: a tee of a tee is another object
from itertools import accumulate, batched, chain, cycle, groupby, islice, pairwise, takewhile, tee, zip_longest


class Failing:
    """Gives 1, 2, 3 and fails from then on."""

    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise ValueError(self.n)
        return self.n


makers = {
    "pairwise": pairwise,
    "batched": lambda it: batched(it, 2),
    "accumulate": accumulate,
    "islice": lambda it: islice(it, 10),
    "zip_longest": lambda it: zip_longest(it, "abcdef"),
    "chain": lambda it: chain(it, "a"),
    "cycle": cycle,
    "takewhile": lambda it: takewhile(lambda _: True, it),
    "keys": lambda it: (key for key, _ in groupby(it)),
}
for name, make in makers.items():
    it = make(Failing())
    seen = []
    for _ in range(6):
        try:
            seen.append(next(it))
        except (ValueError, StopIteration) as error:
            seen.append(repr(error))
    print(name, seen)


class Reentrant:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.it)


r = Reentrant()
r.it, other = tee(r)
try:
    next(r.it)
except RuntimeError as error:
    print(error)
groups = list(groupby("aab"))
print([list(group) for _, group in groups])
it = iter(range(20))
print(list(islice(it, 3, 8, 3)), next(it))
a, b = tee("abcd")
next(a)
c, d = tee(a)
print(list(c), list(d), list(a), list(b))
