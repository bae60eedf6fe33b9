# New in 3.14: messages of domain errors
import math

for call in ("math.sqrt(-1)", "math.log(0)", "math.log(-1)", "math.log(2, 1)", "math.log10(0)", "math.log2(-1)", "math.exp(1000)", "math.asin(2)", "math.acos(-2)", "math.pow(0, -1)", "math.pow(-8, 1/3)", "math.fmod(1, 0)", "math.factorial(-1)", "math.factorial(1.5)", "math.floor(math.inf)", "math.ceil(math.nan)", "math.isqrt(-1)", "math.isqrt(1.5)", "math.comb(-1, 2)", "math.gcd(1.5)", "math.sqrt('a')", "math.sin()", "math.sin(1, 2)", "math.sin(math.inf)", "math.gamma(-1)", "math.ldexp(1, 10000)", "math.sqrt(10**400)", "math.dist([1], [1, 2])", "math.atanh(1)", "math.acosh(0.5)", "math.hypot('a')", "math.fsum(['a'])", "math.prod(['a'])", "math.trunc('a')", "math.cosh(1000)", "math.isclose(1, 1, rel_tol=-1)", "math.sumprod([1], [1, 2])", "math.log(1, 2, 3)", "math.perm(3, -1)"):
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
