import cmath
import math

inf = math.inf
nan = math.nan
names = "acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh".split()
values = [-inf, -2.0, -0.0, 0.0, 2.0, inf, nan]


def short(value):
    if isinstance(value, tuple):
        return ",".join(map(short, value))
    if isinstance(value, complex):
        return f"{value.real:.12g}{value.imag:+.12g}j"
    return f"{value:.12g}"


for name in names:
    print(name)
    for real in values:
        row = []
        for imag in values:
            try:
                row.append(short(getattr(cmath, name)(complex(real, imag))))
            except (ValueError, OverflowError) as error:
                row.append(type(error).__name__)
        print("  ", *row)
print("rect")
for r in values:
    row = []
    for phi in values:
        try:
            row.append(short(cmath.rect(r, phi)))
        except ValueError as error:
            row.append(type(error).__name__)
    print("  ", *row)
