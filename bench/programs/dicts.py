"""Dictionaries and sets of every kind of key: ints, strings, tuples; grouping, counting, set algebra, a graph search."""

from harness import bench


def group(n):
    groups = {}
    for i in range(n):
        groups.setdefault(i % 101, []).append(i)
    return sum(len(v) * k for k, v in groups.items())


def grid(n):
    cells = {}
    for x in range(n):
        for y in range(n):
            cells[x, y] = (x * 7 + y * 13) % 10
    total = 0
    for (x, y), value in cells.items():
        total += value * cells.get((x + 1, y), 0) - cells.get((x, y - 1), 0)
    return total


def search(n):
    links = {i: [(i * 5 + 1) % n, (i * 3 + 2) % n, (i + 7) % n] for i in range(n)}
    seen = {0}
    layer = [0]
    depth = 0
    while layer:
        following = []
        for node in layer:
            for other in links[node]:
                if other not in seen:
                    seen.add(other)
                    following.append(other)
        layer = following
        depth += 1
    return depth, len(seen)


def algebra(n):
    evens = set(range(0, n, 2))
    threes = {i for i in range(0, n, 3)}
    both = evens & threes
    return len(evens | threes), len(evens - threes), len(evens ^ threes), sum(1 for i in range(n) if i in both)


def names(n):
    ages = {}
    for i in range(n):
        name = "user" + str(i % 3000)
        if name in ages:
            ages[name] += i
        else:
            ages[name] = i
    del ages["user5"]
    return len(ages), ages.pop("user7"), min(ages), max(ages.values())


def work():
    return group(50000), grid(110), search(14000), algebra(40000), names(30000)


bench(work, 3)
