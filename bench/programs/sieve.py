"""Prime numbers by a sieve and by trial division: loops over integers, slices with a step, bytearray."""

from harness import bench


def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for multiple in range(i * i, n + 1, i):
                flags[multiple] = False
        i += 1
    return [n for n, flag in enumerate(flags) if flag]


def sieve_of_bytes(n):
    flags = bytearray([1]) * (n + 1)
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return sum(flags) - 2


def is_prime(n):
    d = 3
    while d * d <= n:
        if n % d == 0:
            return False
        d += 2
    return n % 2 == 1


def work():
    primes = sieve(200000)
    return len(primes), primes[-1], sieve_of_bytes(200000), sum(1 for n in range(3, 40000, 2) if is_prime(n))


bench(work, 6)
