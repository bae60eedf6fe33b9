# New in 3.14: messages of index and remove
from collections import deque


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


d = deque([1, 2, 3])
show(lambda: deque(1, 2, 3))
show(lambda: deque(wrong=1))
show(lambda: deque([1], maxlen="a"))
show(lambda: deque([1], -1))
show(lambda: deque(maxlen=2**70))
show(lambda: d.index(5))
show(lambda: d.index(1, "a"))
show(lambda: d.index())
show(lambda: d.remove(7))
show(lambda: deque().pop())
show(lambda: deque().popleft())
show(lambda: d[5])
show(lambda: d[1:2])
show(lambda: d["a"])
show(lambda: d.__setitem__(9, 1))
show(lambda: d.__delitem__(9))
show(lambda: deque([1, 2], 2).insert(0, 3))
show(lambda: d.insert("a", 1))
show(lambda: d.rotate("a"))
show(lambda: d.rotate(1, 2))
show(lambda: d + [1])
show(lambda: d < [1])
show(lambda: hash(d))
show(lambda: type(iter(d))([1]))
show(lambda: list(type(iter(d))(d, 1)))
show(lambda: list(type(reversed(d))(d, 100)))
