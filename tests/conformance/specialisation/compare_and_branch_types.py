def biggest(values):
    best = values[0]
    for v in values:
        if v > best:
            best = v
    return best


print(biggest([1, 5, 3] * 20), biggest([1.5, 0.5] * 20), biggest(["b", "abc"] * 20), biggest([True, 2, 1.5]), biggest([2**60, 2**61, 5]), biggest([(1, 2), (1, 3)]), biggest([float("nan"), 1.0, 2.0]))
try:
    biggest([1] * 30 + ["a"])
except TypeError as error:
    print(error)


def equal(pairs):
    return [a == b for a, b in pairs]


print(equal([(1, 1), (1, 1.0), ("a", "a"), (None, None), ([], []), (1, "1"), (True, 1), (b"a", "a"), ((), []), (2**70, 2**70), (float("nan"),) * 2] * 3)[:11])


class Truthy:
    def __init__(self, value): self.value = value
    def __bool__(self): return self.value


def count_true(values):
    n = 0
    for v in values:
        if v:
            n += 1
        if not v:
            n -= 100
        while v:
            break
    return n


for values in ([1] * 40, [0, 1] * 20, ["", "a"] * 20, [[], [0]] * 20, [None, 1.5, 0.0, {}] * 10, [True, False] * 20, [Truthy(True), Truthy(False)] * 10, [1, "a", [1], None]):
    print(count_true(values), end=" ")
print()


class Weird:
    def __gt__(self, other): return []
    def __lt__(self, other): return "yes"


print(biggest([Weird()] * 5).__class__.__name__, 5 if Weird() < 1 else 6, 1 if Weird() > 1 else 2)
