# New in 3.14: messages
print(range(5), range(1, 5), range(0, 10, 3), range(5, 0, -2), list(range(5, 0, -2)), list(range(0)), list(range(3, 1)), range(-3, 3))
r = range(10, 50, 5)
print(len(r), r[0], r[-1], r[2:4], r[::-1], r[::2], 15 in r, 16 in r, 50 in r, r.index(20), r.count(25), r.start, r.stop, r.step, r.index(15.0), 15.0 in r, "a" in r)
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), bool(range(0)), range(True))
print(list(reversed(range(4))), sum(range(101)), max(range(5)), list(range(2**60, 2**60 + 3)), (2**65) in range(2**66), range(10**20)[10**19], 2**62 in range(2**63))
print(range(10)[3:8:2], range(0, 100, 7)[-3:], range(5)[10:], len(range(0, -10, -3)), list(zip(range(2), range(5, 7))))
for case in ("range(1.5)", "range()", "range(1, 2, 0)", "range('a')", "range(5)[9]", "range(5)['a']", "range(1, 2, 3, 4)", "range(5).index(9)", "range(5)[0] = 1", "range(5) + range(3)", "range(5).start = 3", "range(stop=5)"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
