"""A matrix that is computed instead of stored: nested loops, float division, sums of products."""

from harness import bench


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(entry(i, j) * x for j, x in enumerate(vector)) for i in range(len(vector))]


def times_transposed(vector):
    out = []
    for i in range(len(vector)):
        total = 0.0
        for j in range(len(vector)):
            total += entry(j, i) * vector[j]
        out.append(total)
    return out


def work():
    u = [1.0] * 100
    v = u
    for _ in range(5):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    return round((uv / vv) ** 0.5, 9)


bench(work, 7)
