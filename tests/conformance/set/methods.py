# New in 3.14: messages
s = {3, 1, 2}
s.add(4); s.add(1)
print(sorted(s), len(s), 3 in s, "a" in s)
s.discard(9); s.discard(4); s.remove(3)
print(sorted(s))
s.update([7, 8], (9,), {1}); print(sorted(s))
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9], (8,)) == {1, 2, 3, 8, 9}, a.intersection(b, [3]), a.difference([1]), a.symmetric_difference(b))
print(a <= b, {2} < a, a >= {1}, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint({9}), a == {3, 2, 1}, a != b, {1} < {2}, {1} > {2})
c = a.copy()
c |= {5}; c &= {1, 5, 6}; c -= {1}; c ^= {7}
print(c, c is a, {1}.pop(), set(), {*()}, set("a"), {1, True, 1.0}, {(1, 2), (1, 2)})
c.intersection_update([7]); c.difference_update([7]); c.symmetric_difference_update([1]); print(c)
c.clear()
for case in ("c.pop()", "c.remove(1)", "c.add([])", "{[]}", "{{1}}", "a | [1]", "a < [1]", "a + b", "set(5)", "a.union(5)", "c.update(1)", "a[0]", "hash(a)", "set(1, 2)", "a.add()", "a - 1", "{1: 2} - {1}"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
