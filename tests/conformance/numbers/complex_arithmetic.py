a = 3 + 4j
b = 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a, abs(a))
print(a**2, a**0, a**0.5, a**-1, 2**a)
print(a.real, a.imag, a.conjugate(), a == 3 + 4j, a != b, a == 3)
print(1j * 1j, 1j**2, 3j + 1, 2 - 1j, 1 / 2j)
print(hash(3 + 0j) == hash(3), bool(0j), bool(1j))
for bad in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: int(a), lambda: float(a), lambda: divmod(a, b)):
    try:
        bad()
    except TypeError as error:
        print(error)
