import copy

a = [1, [2, 3], {"k": (4, [5])}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
a[2]["k"][1].append("y")
print(a, s, d, s[1] is a[1], d[1] is a[1])
loop = [1]
loop.append(loop)
c = copy.deepcopy(loop)
print(c[1] is c, c is not loop)
shared = []
d = copy.deepcopy({"a": shared, "b": shared})
print(d["a"] is d["b"], d["a"] is shared)
for value in (5, "s", None, (1, 2), frozenset([1]), len, int, b"x", 1.5, ..., range(3)):
    print(copy.deepcopy(value) is value, copy.copy(value) is value, end=" ")
print(copy.deepcopy((1, [2])), copy.copy({1, 2}), copy.deepcopy(bytearray(b"x")), copy.copy(slice(1, 2)))


class A:
    def __init__(self): self.x = [1]
    def __reduce__(self): return (A, (), {"x": ["from reduce"]})


class NoCopy:
    def __copy__(self): raise TypeError("cannot copy")


print(copy.copy(A()).x, copy.deepcopy(A()).x)
try:
    copy.copy(NoCopy())
except TypeError as error:
    print(error)
try:
    copy.deepcopy((x for x in []))
except TypeError as error:
    print(error)
try:
    copy.replace(5)
except TypeError as error:
    print(error)
