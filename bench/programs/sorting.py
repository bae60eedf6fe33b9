"""Sorting lists of integers, strings and records, with and without keys."""

from harness import bench


def numbers(n):
    seed = 42
    out = []
    for _ in range(n):
        seed = (seed * 16807) % 2147483647
        out.append(seed)
    return out


DATA = numbers(20000)


def work():
    plain = sorted(DATA)
    texts = sorted(str(n) for n in DATA)
    records = [(n % 100, n) for n in DATA]
    records.sort()
    by_key = sorted(DATA, key=lambda n: (n % 10, -n))
    backwards = sorted(DATA, reverse=True)
    by_key.sort(key=str)
    return plain[10], texts[10], records[10], by_key[10], backwards[10]


bench(work, 5)
