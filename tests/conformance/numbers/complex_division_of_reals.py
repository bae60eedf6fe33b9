# A real number has no imaginary part, not even a zero; lengths are rounded to nearest.
inf, nan = float("inf"), float("nan")
for a in (4, 0.0, -0.0, -2.5, inf, nan, True):
    for b in (3 + 5e-324j, 3 - 0j, -2.5 + 123456.789j, 0.5j, -0.5j, complex(inf, 1), complex(1, -inf), complex(inf, -inf)):
        try:
            print(a, b, a / b)
        except ArithmeticError as error:
            print(a, b, error)
for z in (3 - 2.5j, 1e300 + 1e300j, 1e-320 + 1e-320j, 5e-324j, 1 + 1e-20j, 1e308 + 0j, complex(inf, nan), -7 + 24j, 1e-170 + 3e-171j):
    print(z, abs(z))
for z in (1 + 2j, -0.5j, 3 + 0j, 2.5 - 1e-3j):
    print(z**-1, z**-2, z**-5, z**0, z**1, z**2, z**3, z**7)
