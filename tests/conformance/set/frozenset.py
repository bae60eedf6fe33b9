# New in 3.14: messages
f = frozenset([3, 1, 2])
print(f, frozenset(), frozenset("a"), len(f), 1 in f, hash(f) == hash(frozenset([1, 2, 3])), {f: "v"}[frozenset({1, 2, 3})])
print(f | {4}, type(f | {4}).__name__, type({4} | f).__name__, f & {1}, f - {1}, f ^ {1, 9}, f == {1, 2, 3}, {1, 2, 3} == f, f <= {1, 2, 3})
print(f.copy() is f, frozenset(f) is f, f.union([5]), {frozenset([1]), frozenset([1])}, sorted(f))
print({1} in {frozenset([1])}, frozenset([1]) in [{1}], repr(frozenset({"x"})), set(f) == f)
for case in ("f.add(1)", "f.remove(1)", "f[0]", "frozenset([[]])", "frozenset(1)"):
    try:
        eval(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
g = f
g |= {10}
print(g is f, sorted(g), type(g).__name__)
