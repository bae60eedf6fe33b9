# New in 3.14: messages
from collections import deque

d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.extend("ab"); d.extendleft("xy"); print(d)
e = deque("abcdef")
e.rotate(2); print(e)
e.rotate(-3); print(e, e.index("e"), e.count("a"), "c" in e, list(reversed(e)))
e.insert(2, "new"); e.remove("a"); e[0] = "first"; del e[1]
print(e, e.copy() == e, e + deque("z"), e * 2, deque() < deque([1]), deque([1, 2]) == deque([1, 2]), deque([1]) == [1])
e.reverse(); print(e, bool(deque()), deque(range(3)), repr(deque([[]])))
e.clear()
for case in ("e.pop()", "e.popleft()", "e[0]", "e.remove(1)", "e.index(1)", "d.insert(0, 1)", "deque(maxlen=-1)", "deque(5)", "hash(e)", "d[1:2]", "e['a']", "deque([1], 'x')", "deque() + []"):
    try:
        eval(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
f = deque([1, 2, 3])
try:
    for x in f:
        f.append(x)
except RuntimeError as error:
    print(error)
