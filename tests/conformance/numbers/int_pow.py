# New in 3.14: message for zero to a negative power
print(2**10, 2**0, 0**0, (-2) ** 3, -(2**2), (-3) ** 2)
print(2**-1, 4**-2, (-2) ** -1)
print(pow(3, 4, 5), pow(3, 200, 1000007), pow(-3, 3, 5), pow(3, 3, -5))
print(pow(3, -1, 7), pow(10, -2, 77))
print(2**0.5, (-8) ** (1 / 3))
for args in ((0, -1), (2, -1, 4), (2, 2, 0)):
    try:
        print(pow(*args))
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(2**3**2, -2**2)
try:
    pow(2, 3.0, 5)
except TypeError as error:
    print(error)
