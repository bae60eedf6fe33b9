# Euclid's algorithm written with %: ints, big ints, floats, Fractions, a user's class, and strings, where % formats.
from fractions import Fraction


def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


class Poly:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v != 0
    def __mod__(self, other): return Poly(self.v % other.v)
    def __repr__(self): return f"Poly({self.v})"


pairs = [(48, 36), (2**100, 2**60 * 3), (7.5, 2.5), (Fraction(3, 4), Fraction(9, 8)), (Poly(48), Poly(18)), (True, 0), ("a%s", ""), (10**18, 15),
         (0.1, 0), (-12, 18), (12, -18)]
for order in (pairs, pairs[::-1], pairs[::2] + pairs[1::2]):
    for pair in order:
        results = {str(gcd(*pair)) for _ in range(60)}
        print(pair, results)
print([gcd(*pairs[i * 7 % 11]) for i in range(99)] == [gcd(*pairs[i * 7 % 11]) for i in range(99)] or "fresh objects")
try:
    gcd("%d", "%s")
except TypeError as error:
    print(error)
print(gcd(17, 5), gcd("%s!", ()))
