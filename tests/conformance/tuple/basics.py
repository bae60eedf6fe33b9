print((), (1,), 1, (1, 2), ((1, 2), (3,)), tuple("ab"), tuple([1]), tuple(), tuple(range(3)), (1, *[2, 3]))
t = 1, 2, 3
print(t[0], t[-1], t[1:], t[::-1], t + (4,), t * 2, 2 * t, len(t), 2 in t, t.index(2), t.count(1), t.index(3, 1))
print(t == (1, 2, 3), t < (1, 2, 4), () < (0,), (1, 2) == [1, 2], hash((1, "a")) == hash((1, "a")), {(1, 2): "x"}[1, 2])
a, (b, c), *d = 1, (2, 3), 4, 5
print(a, b, c, d, max((1, 5), (2, 0)), sorted([(2, "b"), (1, "z"), (2, "a")]))
for case in ("t[0] = 1", "del t[0]", "t.append(1)", "t[5]", "t['a']", "t + [1]", "t * 'a'", "hash((1, []))", "t.index(9)", "tuple(5)", "t < 5", "t[1.5]", "(1, 2) % 3", "tuple(1, 2)"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
