a = 2**100
b = 3**50
print(a + b)
print(a - b)
print(a * b)
print(a // b, a % b)
print(-a // b, -a % b)
print(divmod(-a, -b))
print(a**3)
print(2**53 + 1, 2**53 * 2**53)
print((2**64 - 2**64), type(2**64 - 2**64).__name__)
print(10**30 - 10**30 + 7)
