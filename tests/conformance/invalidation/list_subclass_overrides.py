# Subclasses of list, dict, tuple and str at sites that have seen the built-in types.
class L(list):
    def __getitem__(self, i): return ("L", i)
    def __len__(self): return 99
    def __iter__(self): return iter("abc")
    def __contains__(self, x): return "yes"


class D(dict):
    def __getitem__(self, k): return ("D", k)
    def __missing__(self, k): return ("missing", k)


class M(dict):
    def __missing__(self, k): return ("missing", k)


class T(tuple):
    def __iter__(self): return iter((7, 8))
    def __getitem__(self, i): return ("T", i)


class S(str):
    def __getitem__(self, i): return ("S", i)
    def __add__(self, o): return "S.add"


def get(c, i): return c[i]
def size(c): return len(c)
def has(c): return 1 in c
def walk(c): return [x for x in c]
def two(c):
    a, b = c
    return a, b
def add(a, b): return a + b


for _ in range(50):
    get([1, 2], 1); get({1: 2}, 1); get((1, 2), 1); get("ab", 1); size([1]); has([1]); walk([1]); two((1, 2)); two([1, 2]); add("a", "b")
print(get(L([1]), 0), get(D(), 3), get(M(), 4), get(T((1, 2)), 0), get(S("x"), 0))
print(size(L()), has(L()), walk(L()), walk(T()), two(T((1, 2))), add(S("a"), "b"), add("a", S("b")))
for _ in range(50):
    get(L([1]), 0)
print(get([5], 0), get([5], -1))
try:
    get([5], 1)
except IndexError as error:
    print(error)
