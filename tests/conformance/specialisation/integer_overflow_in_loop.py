def powers(n):
    x = 1
    out = []
    for i in range(n):
        x = x * 3
        if i % 10 == 0:
            out.append(x)
    return out


print(powers(60))


def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


print([factorial(n) for n in (5, 18, 19, 25)])


def count_down(x, n):
    for _ in range(n):
        x -= 10**15
    return x


print(count_down(0, 20), count_down(2**53, 5), count_down(-5, 9))


def shift(n):
    x = 1
    for _ in range(n):
        x <<= 1
    while x > 1000:
        x >>= 3
    return x


print([shift(n) for n in (5, 31, 32, 53, 64, 100)])


def mix(n):
    h = 7
    for i in range(n):
        h = (h * 31 + i) % 2**32
        h ^= h >> 3
        h &= 0xFFFFFFFF
    return h


print(mix(10), mix(1000))
