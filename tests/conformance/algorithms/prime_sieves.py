def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return [i for i, f in enumerate(flags) if f]


def trial(n):
    return [p for p in range(2, n + 1) if all(p % d for d in range(2, int(p**0.5) + 1))]


def incremental():
    composites = {}
    n = 2
    while True:
        if n in composites:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)
        else:
            yield n
            composites[n * n] = [n]
        n += 1


from itertools import islice

print(sieve(100) == trial(100) == list(islice(incremental(), 25)), len(sieve(5000)), sieve(50)[-1], list(islice(incremental(), 5)))
print({n: [d for d in range(2, n) if n % d == 0] for n in (12, 13, 28)}, [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
