"""Integers beyond the machine's: digits of pi, factorials, powers, conversion to text."""

from harness import bench


def pi_digits(count):
    out = []
    q, r, t, k = 1, 0, 1, 1
    while len(out) < count:
        digit, rest = divmod(3 * q + r, t)
        if 4 * q + r - t < digit * t + t and digit == (4 * q + r) // t:
            out.append(digit)
            q, r = 10 * q, 10 * (r - digit * t)
        else:
            q, r, t, k = q * k, (2 * q + r) * (2 * k + 1), t * (2 * k + 1), k + 1
    return out


def work():
    digits = pi_digits(800)
    product = 1
    for n in range(1, 1200):
        product *= n
    powers = sum(pow(n, 65537, 2**61 - 1) for n in range(2, 1200))
    shifted = (product >> 100) ^ (product << 3)
    return sum(digits), str(product)[:12], powers, shifted % 1000003, (7**500).bit_length()


bench(work, 7)
