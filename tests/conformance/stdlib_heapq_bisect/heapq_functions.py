import heapq

h = []
for x in [5, 1, 8, 3, 9, 2]:
    heapq.heappush(h, x)
print(h, [heapq.heappop(h) for _ in range(3)], h)
data = [9, 4, 7, 1, 8]
heapq.heapify(data)
print(data, heapq.heappushpop(data, 0), heapq.heapreplace(data, 5), data)
print(heapq.nlargest(3, [1, 8, 2, 23, 7]), heapq.nsmallest(2, ["pear", "fig", "apple"], key=len), heapq.nlargest(10, [1, 2]), heapq.nsmallest(0, [1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge("ca", "b", reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
tasks = [(2, "b"), (1, "c"), (2, "a")]
heapq.heapify(tasks)
print([heapq.heappop(tasks) for _ in range(3)])
for call in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heapify([1, "a"]), lambda: heapq.heappush([1], "a")):
    try:
        call()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
import random

random.seed(1)
big = [random.randrange(10**6) for _ in range(2000)]
copy = big[:]
heapq.heapify(copy)
print([heapq.heappop(copy) for _ in range(len(copy))] == sorted(big))
