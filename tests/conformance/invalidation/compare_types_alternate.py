# One comparison site that feeds a branch: ints, floats, strings, NaN, lists, objects with odd results.
class Odd:
    def __init__(self, r): self.r = r
    def __lt__(self, o): return self.r
    def __eq__(self, o): return self.r
    __hash__ = None


class Raises:
    def __bool__(self): raise ValueError("no truth")


def branch(a, b):
    if a < b:
        return "less"
    return "not"


def same(a, b):
    return 1 if a == b else 0


nan = float("nan")
pairs = [(1, 2), (2.5, 1), ("a", "b"), (nan, 1), (1, nan), ([1], [2]), (Odd([]), 1), (Odd("x"), 1), (2**80, 1), (True, 2), (1, 2**80), ("b", "a")]
out = set()
for _ in range(30):
    out.add(tuple(branch(a, b) for a, b in pairs))
print(out)
print({tuple(same(a, b) for a, b in pairs + [(1, 1.0), (True, 1), ("a", "a"), (nan, nan), (2**80, 2**80), (2.0**60, 2**60)]) for _ in range(30)})
for a, b in [(1, "a"), (Odd(Raises()), 1)]:
    try:
        branch(a, b)
    except (TypeError, ValueError) as error:
        print(error)
