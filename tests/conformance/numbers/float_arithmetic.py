print(0.1 + 0.2, 1.5 - 2, 2.5 * 4, 7.0 / 2, 1e308 * 10, -1e308 * 10)
for a in (7.5, -7.5):
    for b in (2.0, -2.0):
        print(a // b, a % b, divmod(a, b))
print(5.0 // 0.1, 5.0 % 0.1, -1e-20 % 1.0)
print(float("inf") - float("inf"), float("inf") // 1, 5 % float("inf"), -5 % float("inf"))
print(0.0 == -0.0, str(0.0 * -1), 2.0**0.5, 2.0**-1, (-8.0) ** 3)
try:
    print(2.0**10000)
except OverflowError as error:
    print(type(error).__name__)
print((-8.0) ** 0.5)
print(1 + 2.5, 3 - 0.5, 2 * 1.5, 2**53 + 1.0)
