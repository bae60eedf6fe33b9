# int, float, str, bool and user types alternate at every arithmetic site.
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return f"N{self.v}+{o}"
    def __radd__(self, o): return f"{o}+N{self.v}"
    def __eq__(self, o): return isinstance(o, N) and o.v == self.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return "lt"
    def __str__(self): return f"N({self.v})"
    __repr__ = __str__


def ops(a, b):
    out = []
    for i in range(3):
        try:
            out.append((a + b, a - b, a * b)[i])
        except TypeError as error:
            out.append(type(error).__name__)
    return out


def less(a, b):
    try:
        return a < b
    except TypeError as error:
        return str(error)


values = [1, 2.5, "s", True, N(3), [1], 2**70, None]
rows = {}
for _ in range(20):
    for i, a in enumerate(values):
        for j, b in enumerate(values):
            rows.setdefault((i, j), set()).add(repr((a == b, less(a, b))))
print(all(len(r) == 1 for r in rows.values()))
for key in sorted(rows):
    if key[0] != key[1]:
        print(key, *rows[key])
def add(a, b):
    try: return a + b
    except TypeError as error: return str(error)
for _ in range(8):
    line = [add(a, b) for a in values for b in values]
for item in line:
    print(item)
