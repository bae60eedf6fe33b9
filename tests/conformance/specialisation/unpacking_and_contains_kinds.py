# New in 3.14: messages
def add(pairs):
    total = None
    for pair in pairs:
        a, b = pair
        total = a if total is None else total
        last = b
    return total, last


for pairs in ([(1, 2)] * 40, [[1, 2]] * 40, ["ab"] * 40, [{1: 0, 2: 0}] * 40, [range(2)] * 40, [iter((i, i)) for i in range(40)], [(1, 2), [3, 4], "xy", b"pq"] * 10):
    print(add(pairs), end=" ")
print()
for bad in ([(1, 2)] * 20 + [(1,)], [(1, 2)] * 20 + [5], [[1, 2]] * 20 + [[1, 2, 3]], ["ab"] * 20 + [""]):
    try:
        add(bad)
    except (ValueError, TypeError) as error:
        print(error)


class Contains:
    def __contains__(self, x): return x == 1


class Iterates:
    def __iter__(self): return iter([1])


def count(containers, x):
    return sum(x in c for c in containers), sum(x not in c for c in containers)


for container in ([1, 2], (1,), {1}, {1: 2}, frozenset([1]), range(3), Contains(), Iterates(), b"\x01", {2: 1}.values(), (i for i in [1])):
    print(count([container] * 20, 1), end=" ")
print(count(["abc"] * 20, "b"), count(["abc", {"b"}, ["b"], {"b": 1}] * 5, "b"))
try:
    count([[1]] * 10 + [5], 1)
except TypeError as error:
    print(error)
