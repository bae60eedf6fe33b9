s = "ab" * 100_000
print(len(s), s.count("a"), s[199_999], s.find("ba"), len(s.replace("a", "xyz")), len(s.split("b")), hash(s) == hash("ab" * 100_000))
a = list(range(100_000))
a.reverse()
print(a[:3], sum(a), a.index(0), len(a * 3), a[::-10_000], sorted(a)[:3], max(a))
d = {i: str(i) for i in range(50_000)}
print(len(d), d[49_999], sum(1 for k in d if k % 2), len({v for v in d.values()}))
n = 3**20_000
print(n.bit_length(), n % 10**10, (n * n) % 97, n // 3**19_990, (n >> 31_000) & 0xFFFF)
t = tuple(range(10_000))
print(t[5000], len(t + t), hash(t) == hash(tuple(range(10_000))), t == tuple(range(10_000)))
b = bytes(range(256)) * 100
print(len(b), b[1000], b.count(b"\x00"), sum(b))
nested = []
for _ in range(500):
    nested = [nested]
depth = 0
while nested:
    nested, depth = nested[0], depth + 1
print(depth)
print(10**1000 % 7, 2**1000 // 10**290, str(7**300)[:20], int("9" * 1000) % 11, f"{2**200:,}")
