# Needs a 64-bit platform
print(hash(0), hash(1), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(-(2**61)))
print(hash(2**100), hash(10**50), hash(-(10**50)))
print(hash(0.5), hash(-0.5), hash(1.0), hash(1e300), hash(float("inf")), hash(float("-inf")))
print(hash(1j), hash(1 + 2j), hash(0j))
print(hash(True), hash(False), hash(0.0), hash(-0.0), hash(3.14))
