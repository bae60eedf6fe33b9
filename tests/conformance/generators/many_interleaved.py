def worker(name, steps):
    total = 0
    for i in range(steps):
        received = yield (name, i)
        total += received or 0
    return total


def scheduler(tasks):
    results = {}
    queue = [(t, None) for t in tasks]
    log = []
    while queue:
        task, value = queue.pop(0)
        try:
            name, i = task.send(value)
        except StopIteration as stop:
            results[len(results)] = stop.value
        else:
            log.append(f"{name}{i}")
            queue.append((task, i * 10))
    return results, log


print(scheduler([worker("a", 3), worker("b", 1), worker("c", 2)]))
gens = [worker(str(n), 3) for n in range(100)]
print(sum(next(g)[1] for g in gens for _ in range(3)))


def deep(n):
    if n == 0:
        yield "bottom"
    else:
        yield from deep(n - 1)


print(list(deep(100)))
a, b = worker("x", 2), worker("y", 2)
print(next(a), next(b), next(a), next(b), next(a, "a done"), next(b, "b done"))
