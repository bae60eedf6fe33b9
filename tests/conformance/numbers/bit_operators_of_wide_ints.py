"""Bit operators and shifts of ints around 32, 53 and 64 bits, hot and cold: a sum over all results."""

import random
random.seed(3)
def ops(a, b, k):
    return (a & b, a | b, a ^ b, a >> k, a << k, a + b, a - b, a * b)
h = 0
edge = [0, 1, -1, 2**31, -2**31, 2**32, -2**32, 2**53-1, -2**53+1, 2**53, -2**53, 2**63, 2**64-1, 2**31-1, 2**33-1, -2**33]
def mix(a, b, k):
    global h
    for r in ops(a, b, k): h = (h * 31 + r) % (2**61 - 1)
for a in edge:
    for b in edge:
        for k in (0, 1, 13, 31, 32, 40, 63): mix(a, b, k)
for i in range(6000):
    x = random.randrange(-2**random.randrange(1, 66), 2**random.randrange(1, 66))
    y = random.randrange(-2**random.randrange(1, 66), 2**random.randrange(1, 66))
    mix(x, y, random.randrange(0, 64))
print(h)
for f in (lambda: 2**70 // 0, lambda: 2**70 % 0, lambda: 2**70 << -1, lambda: 2**40 >> -1, lambda: 2**70 & True, lambda: -2**53 | 0):
    try:
        print(f())
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
