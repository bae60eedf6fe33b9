for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16 + 1, 0.49999999999999994):
    print(x, round(x), type(round(x)).__name__)
print(round(2.675, 2), round(1.005, 2), round(1234.5678, -2), round(5.5, 0), round(-0.001, 2))
print(round(15, -1), round(25, -1), round(1234567, -3), round(-15, -1), round(5, 2), round(10**25 + 5, -1))
print(round(2.5, None), round(1e300, 5), round(123.456, -5), round(True))
print(round(number=3.14159, ndigits=3))


class Roundable:
    def __round__(self, digits=None):
        return f"rounded to {digits}"


print(round(Roundable()), round(Roundable(), 3))
for bad in (lambda: round("a"), lambda: round(1.5, "x"), lambda: round(float("inf")), lambda: round(float("nan")), lambda: round()):
    try:
        bad()
    except (TypeError, OverflowError, ValueError) as error:
        print(type(error).__name__, error)
