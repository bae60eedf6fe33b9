# New in 3.14: heaps with the largest item first
import heapq


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


h = [5, 3, 8, 1, 9, 2, 7]
heapq.heapify_max(h)
print(h)
heapq.heappush_max(h, 10)
print(h, heapq.heappop_max(h), h)
print(heapq.heapreplace_max(h, 0), heapq.heappushpop_max(h, 4), heapq.heappushpop_max(h, 99), h)
print([heapq.heappop_max(h) for _ in range(len(h))])
show(lambda: heapq.heappop_max([]))
show(lambda: heapq.heapreplace_max([], 1))
show(lambda: heapq.heappush_max((), 1))
show(lambda: heapq.heapify_max(3))
show(lambda: heapq.heappush([1], "a"))


class Clearing:
    def __lt__(self, other):
        h.clear()
        return True


for action in (lambda: heapq.heapify(h), lambda: heapq.heappush(h, Clearing()), lambda: heapq.heappop(h)):
    h = [Clearing() for _ in range(5)]
    show(action)
