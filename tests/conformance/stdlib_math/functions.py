import math

print(math.sqrt(2), math.sqrt(16), math.cbrt(27), math.exp(1), math.exp(0), math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(0), math.expm1(0))
print(math.sin(0), math.cos(0), math.tan(0), math.asin(1), math.acos(1), math.atan(1), math.atan2(1, -1), math.atan2(-0.0, -1), math.degrees(math.pi), math.radians(180), math.sinh(0), math.cosh(0), math.tanh(0))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.floor(10**20), math.fabs(-3), math.fmod(-7, 3), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.remainder(7, 4), math.nextafter(1, 2), math.ulp(1))
print(math.pow(2, 0.5), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist([0, 0], [3, 4]), math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([], start=5), math.sumprod([1, 2], [3, 4]), math.fma(2, 3, 4))
print(math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2), math.perm(4), math.isqrt(99), math.isqrt(10**40), math.comb(100, 50))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.pi, math.e, math.tau, math.inf, math.nan)
print(math.gamma(5), math.lgamma(1), math.erf(0), math.erfc(0), math.log(10**400), math.log2(2**1000), math.exp2(10))
