from collections import Counter

c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), c.total(), sorted(c.elements())[:4], dict(c))
c.update("sip")
c.subtract({"i": 3, "q": 1})
print(c, +c, -c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=1)
print(a + b, a - b, a & b, a | b, a == b, a <= b, Counter(a=1) < a, a == Counter(a=3, b=1, z=0))
a += b
print(a, Counter([1, 1.0, True]), Counter({"x": 2}), Counter(), Counter(x=1).most_common(), list(Counter("ab")), Counter("aab").copy())
del a["a"]
del a["never there"]
print(a, a.pop("b"), len(a), repr(Counter("abb")), Counter(["b", "a", "b"]).most_common(1))
for call in (lambda: Counter(1, 2), lambda: Counter(5), lambda: Counter([[1]]), lambda: Counter.fromkeys("ab")):
    try:
        call()
    except (TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
