import cmath
import statistics

print(cmath.sqrt(-1), cmath.exp(0j), cmath.phase(1j), cmath.polar(1j), cmath.rect(1, 0), cmath.isclose(1j, 1j), cmath.isnan(complex("nan")), cmath.log(1j).imag == cmath.pi / 2)
data = [1, 2, 2, 3, 4, 7, 9]
print(statistics.mean(data), statistics.median(data), statistics.median([1, 2, 3, 4]), statistics.mode(data), statistics.multimode("aabb"), statistics.pstdev(data), statistics.variance(data), statistics.fmean(data), statistics.quantiles(data, n=4), statistics.harmonic_mean([1, 2, 4]))
print(statistics.mean([1, 2]), statistics.median_low([1, 2]), statistics.correlation([1, 2, 3], [2, 4, 6]), statistics.linear_regression([1, 2, 3], [2, 4, 6]), statistics.geometric_mean([1, 4]))
for call in (lambda: statistics.mean([]), lambda: statistics.mode([]), lambda: statistics.stdev([1]), lambda: cmath.log(0)):
    try:
        call()
    except (statistics.StatisticsError, ValueError) as error:
        print(type(error).__name__, error)
from fractions import Fraction
from decimal import Decimal

print(statistics.mean([Fraction(1, 2), Fraction(1, 3)]), statistics.mean([Decimal("0.1"), Decimal("0.2")]))
