class Get:
    def __getitem__(self, key): return ("getitem", key)


class ListSub(list):
    def __getitem__(self, key): return "overridden"


class DictSub(dict):
    def __missing__(self, key): return "missing " + str(key)


def get(containers, key):
    out = []
    for c in containers:
        try:
            out.append(c[key])
        except Exception as error:
            out.append(f"{type(error).__name__}: {error}")
    return out


kinds = [[10, 11], (20, 21), "ab", {0: "zero", 1: "one"}, b"xy", range(5, 9), Get(), ListSub([1]), DictSub(), bytearray(b"pq"), memoryview(b"mn"), {1: "only one"}, [1], None, 5, list]
for key in (0, 1, -1, True, "k", 1.0, None):
    for c in kinds:
        for _ in range(5):
            get([c] * 5, key)
    print(key, get(kinds, key))


def store(containers, key, value):
    for c in containers:
        c[key] = value
    return containers[0]


print(store([[1, 2]] * 30, 0, "x"), store([{}] * 30, 0, "y"), store([bytearray(b"ab")] * 30, 1, 67))
for bad in ("abc", (1, 2), 5, [1]):
    try:
        store([[0] * 9] * 20 + [bad], 5, 1)
    except (TypeError, IndexError) as error:
        print(error)


def matrix_sum(m):
    total = 0
    for i in range(len(m)):
        for j in range(len(m[i])):
            total += m[i][j]
    return total


print(matrix_sum([[i * j for j in range(20)] for i in range(20)]), matrix_sum([(0.5, 1), [2, 3]]), matrix_sum([{0: 1, 1: 2}, range(3)]))
