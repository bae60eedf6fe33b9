# One truth test for every kind of value.
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


class Bad:
    def __bool__(self): return 1


class Negative:
    def __len__(self): return -1


def truth(x):
    return "T" if x else "F"


values = [True, False, None, 0, 1, 0.0, -0.0, 1e-300, "", "x", [], [0], (), (0,), {}, {1: 1}, set(), {0}, 2**70, 0j, 1j, Len(0), Len(2), object(), type, range(0), range(3), b"", b"x", float("nan")]
print({"".join(truth(v) for v in values) for _ in range(30)})
for v in (Bad(), Negative()):
    try:
        truth(v)
    except (TypeError, ValueError) as error:
        print(error)
def while_loop(x):
    n = 0
    while x:
        x = x[1:] if not isinstance(x, int) else x - 1
        n += 1
    return n
print({(while_loop(5), while_loop("abc"), while_loop([1, 2])) for _ in range(20)})
