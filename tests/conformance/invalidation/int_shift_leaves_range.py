# Shifts, ors and negations beyond 32 and 53 bits at sites that have seen small ints.
def shift(x, n): return x << n
def right(x, n): return x >> n
def both(x, y): return (x & y, x | y, x ^ y, ~x)


for n in list(range(20)) + [30, 31, 32, 52, 53, 62, 63, 64, 100]:
    value = shift(1, n)
print(value)
print([shift(-3, n) for n in (1, 29, 30, 31, 32, 52, 53, 60)])
print([right(2**70 + 5, n) for n in (0, 5, 18, 69, 70, 71)], [right(-1, n) for n in (0, 31, 32, 64)])
for x in [1, 5, 2**31 - 1, 2**31, 2**32, 2**53, -1, -2**31, -2**31 - 1, -2**60]:
    print(both(x, 2**32 + 6), both(x, -2))
try:
    shift(1, -1)
except ValueError as error:
    print(error)
