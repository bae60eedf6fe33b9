"""Integers of 32 and 64 bits: a hash function, a linear congruential generator, bit counting, xorshift with masks."""

from harness import bench

MASK32 = 0xFFFFFFFF
MASK64 = 0xFFFFFFFFFFFFFFFF


def fnv1a(data):
    h = 0x811C9DC5
    for byte in data:
        h = ((h ^ byte) * 0x01000193) & MASK32
    return h


def xorshift32(x, times):
    total = 0
    for _ in range(times):
        x ^= (x << 13) & MASK32
        x ^= x >> 17
        x ^= (x << 5) & MASK32
        total += x & 15
    return x, total


def splitmix64(state, times):
    out = 0
    for _ in range(times):
        state = (state + 0x9E3779B97F4A7C15) & MASK64
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK64
        out ^= z ^ (z >> 31)
    return out


def bits(limit):
    total = 0
    for n in range(limit):
        while n:
            n &= n - 1
            total += 1
    return total


def work():
    data = bytes(range(256)) * 120
    return fnv1a(data), xorshift32(2463534242, 70000), splitmix64(42, 40000), bits(24000)


bench(work, 3)
