from collections import deque


class Clearing:
    """Comparing it empties the deque."""

    def __eq__(self, other):
        d.clear()
        return False


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in (lambda: d.index(3), lambda: d.remove(3), lambda: d.count(3), lambda: 3 in d):
    d = deque([Clearing(), 1])
    show(action)

d = deque([1, 2])
it = iter(d)
d.append(3)
show(lambda: next(it))
show(lambda: next(it))
d = deque("abcdef")
for n in (1, -1, 2, 8, -9, 0):
    d.rotate(n)
    print(n, "".join(d))
d.insert(2, "x")
d.insert(-1, "y")
d.insert(99, "z")
d.insert(-99, "w")
del d[3], d[-2]
d[0] = "W"
print("".join(d), d.index("z"), d.count("W"))
d.reverse()
d.extend(d)
d.extendleft("12")
print("".join(d))
d *= 2
print(len(d), deque([1, 2, 3], 4) * 2, deque([1]) * -1, deque([1], 0))
bounded = deque(range(5), maxlen=3)
bounded.append(5)
bounded.appendleft(9)
bounded += [7, 8]
print(bounded, bounded.maxlen, bounded.copy(), bounded[-1])
for i in range(1000):
    d.append(i)
    if i % 3 == 0:
        d.popleft()
print(len(d), d[0], d[500], d[-1])
