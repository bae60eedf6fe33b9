# New in 3.14: Fraction.from_number
from fractions import Fraction as F

print(F(1, 2) + F(1, 3), F(6, -4), F("3/7"), F("1.25"), F(0.5), F(" -7/3 "), F("1e-3"), F(3), F(), repr(F(1, 2)), F.from_float(0.1).limit_denominator(100))
a, b = F(7, 2), F(2, 3)
print(a - b, a * b, a / b, a // b, a % b, a**2, a**-1, 2**F(1, 2), -a, abs(-a), a + 1, 1 + a, a + 0.5, a < b, a == 3.5, a == F(14, 4), hash(F(2, 1)) == hash(2), divmod(a, b), round(a), round(F(22, 7), 2), int(a), float(b), a.numerator, a.denominator, bool(F(0)))
print(f"{F(1, 3):.3f} {F(1234567, 1):,} {F(1, 3)} {F(3, 2):>8}", F(3, 4).as_integer_ratio(), F(5, 1).is_integer(), sum([F(1, 6)] * 6), sorted([F(1, 2), 0.3, 1]), max(F(1, 3), F(1, 4)), F(7, 2).__floor__(), F.from_number(2.5))
for case in ("F(1, 0)", "F('x')", "F('1/0')", "F(1.5, 2)", "F(None)", "F(float('nan'))", "F(1) / 0", "F(1, 2) + 'a'", "F(1, 2) < 'a'"):
    try:
        print(eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
