"""Arithmetic with integers of any size: Fibonacci, factorials, primes, pi, and RSA."""

import itertools
import math
from fractions import Fraction


def fibonacci(n):
    """By fast doubling: F(2k) and F(2k+1) from F(k) and F(k+1)."""
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def digits_of_pi():
    """Gibbons' unbounded spigot: the digits of pi, one after the other, for ever."""
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


def sieve(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[:2] = b"\0\0"
    for n in range(2, math.isqrt(limit) + 1):
        if flags[n]:
            flags[n * n :: n] = bytes(len(range(n * n, limit + 1, n)))
    return [n for n, flag in enumerate(flags) if flag]


def is_probable_prime(n):
    """Miller-Rabin; exact for all numbers that occur here."""
    if n < 2:
        return False
    witnesses = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    for p in witnesses:
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in witnesses:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def factorize(n):
    """Prime factors in order: trial division, then Pollard's rho."""
    factors = []
    for p in sieve(200):
        while n % p == 0:
            factors.append(p)
            n //= p
    stack = [n] if n > 1 else []
    while stack:
        n = stack.pop()
        if is_probable_prime(n):
            factors.append(n)
            continue
        divisor = next(filter(None, (rho(n, c) for c in itertools.count(1))))
        stack += [divisor, n // divisor]
    return sorted(factors)


def rho(n, c):
    slow = fast = 2
    d = 1
    while d == 1:
        slow = (slow * slow + c) % n
        fast = (fast * fast + c) % n
        fast = (fast * fast + c) % n
        d = math.gcd(abs(slow - fast), n)
    return d if d != n else None


def extended_gcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended_gcd(b, a % b)
    return g, y, x - a // b * y


class Rsa:
    """Textbook RSA, to show the arithmetic; not for keeping secrets."""

    def __init__(self, p, q, exponent=65537):
        self.n, self.e = p * q, exponent
        phi = (p - 1) * (q - 1)
        divisor, inverse, _ = extended_gcd(exponent, phi)
        if divisor != 1:
            raise ValueError("the exponent has a common divisor with phi")
        self.d = inverse % phi
        assert self.d == pow(exponent, -1, phi)

    def encrypt(self, text):
        number = int.from_bytes(text.encode(), "big")
        if number >= self.n:
            raise OverflowError("message too long")
        return pow(number, self.e, self.n)

    def decrypt(self, number):
        plain = pow(number, self.d, self.n)
        return plain.to_bytes((plain.bit_length() + 7) // 8, "big").decode()


def next_prime(n):
    return next(k for k in itertools.count(n | 1, 2) if is_probable_prime(k))


def integer_sqrt_digits(n, digits):
    root = math.isqrt(n * 10 ** (2 * digits))
    return f"{root // 10**digits}.{root % 10**digits:0{digits}}"


def main():
    print([fibonacci(n) for n in range(15)])
    print(f"F(300) = {fibonacci(300)}, F(1000) has {len(str(fibonacci(1000)))} digits, ends in {fibonacci(1000) % 10**10}")
    print(f"50! = {math.factorial(50)}")
    print(f"100! has {len(str(math.factorial(100)))} digits, their sum is {sum(map(int, str(math.factorial(100))))}")
    print(f"2^127 - 1 = {2**127 - 1:,} prime: {is_probable_prime(2**127 - 1)}")
    print("pi =", "".join(map(str, itertools.islice(digits_of_pi(), 60))))
    print("sqrt(2) =", integer_sqrt_digits(2, 50))

    primes = sieve(10_000)
    print(len(primes), primes[:10], primes[-3:])
    for n in (360, 1001, 2**32 + 1, 600851475143, 10**15 + 37, 1234567890123456789):
        factors = factorize(n)
        assert math.prod(factors) == n
        print(f"{n} = {' * '.join(map(str, factors))}")

    harmonic = sum((Fraction(1, k) for k in range(1, 31)), Fraction())
    print(f"H(30) = {harmonic} = {float(harmonic):.12f}")
    catalan = [math.comb(2 * n, n) // (n + 1) for n in range(12)]
    print("Catalan:", catalan, "perm:", math.perm(20, 8), "lcm:", math.lcm(*range(1, 31)), "gcd:", math.gcd(2**60 - 1, 2**40 - 1))

    p, q = next_prime(10**40), next_prime(3 * 10**39)
    rsa = Rsa(p, q)
    secret = rsa.encrypt("Attack at dawn, Zoë!")
    print(f"p = {p}\nq = {q}\nn has {rsa.n.bit_length()} bits\nsecret = {secret:x}\nplain = {rsa.decrypt(secret)}")
    for action in (lambda: rsa.encrypt("x" * 100), lambda: Rsa(5, 7, 3), lambda: pow(6, -1, 9)):
        try:
            action()
        except (OverflowError, ValueError) as error:
            print(f"{type(error).__name__}: {error}")

    collatz = {n: sum(1 for _ in itertools.takewhile(lambda k: k != 1, iterate(n))) for n in (27, 97, 871, 6171)}
    print("Collatz:", collatz)
    bits = 2**200 + 2**100 + 1
    print(bits.bit_length(), bits.bit_count(), bin(bits >> 95)[:10], bits & (2**64 - 1), hex(~bits)[-6:], -bits // 10**50)


def iterate(n):
    while True:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1


if __name__ == "__main__":
    main()
