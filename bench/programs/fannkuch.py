"""Permutations and reversals of short lists: indexing, slices, swaps."""

from harness import bench


def fannkuch(n):
    count = list(range(1, n + 1))
    most = 0
    checksum = 0
    r = n
    number = 0
    order = list(range(n))
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        flips = 0
        work = order[:]
        first = work[0]
        while first:
            work[: first + 1] = work[first::-1]
            flips += 1
            first = work[0]
        if flips > most:
            most = flips
        checksum += flips if number % 2 == 0 else -flips
        while r != n:
            order.insert(r, order.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        else:
            return most, checksum
        number += 1


bench(lambda: fannkuch(8), 3)
