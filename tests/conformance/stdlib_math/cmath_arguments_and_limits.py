import cmath


def attempt(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(f"{result:.12g}" if isinstance(result, complex) else result)
    except Exception as error:
        print(type(error).__name__, error)


class Complex:
    def __complex__(self):
        return 1 + 2j


class Wrong:
    def __complex__(self):
        return 1.5


class Float:
    def __float__(self):
        return 4.0


class Index:
    def __index__(self):
        return 4


for value in (Complex(), Wrong(), Float(), Index(), "x", None, 10**400, True):
    attempt(cmath.sqrt, value)
attempt(cmath.rect, 1, 1j)
attempt(cmath.rect, 1)
attempt(cmath.sqrt)
attempt(cmath.sqrt, z=1)
attempt(cmath.log)
attempt(cmath.log, 1, 2, 3)
for args in ((0,), (1, 0), (2, 1), (8, 2), (0, 0), (-1,), (1j, 1j)):
    attempt(cmath.log, *args)
attempt(cmath.log10, 0)
attempt(cmath.atanh, 1)
attempt(cmath.exp, 1000)
attempt(cmath.cosh, 1000)
attempt(cmath.sinh, -1000 + 1j)
attempt(cmath.exp, 709.9 + 0.5j)
attempt(cmath.cosh, 710.2 + 1.5j)
attempt(cmath.tanh, 1000 + 1j)
attempt(cmath.sqrt, complex(1e308, 1e308))
attempt(cmath.sqrt, complex(5e-324, 5e-324))
attempt(cmath.log, complex(1.7e308, 1.7e308))
attempt(cmath.log, complex(5e-324, 5e-324))
attempt(cmath.log, complex(0.99999, 1e-6))
attempt(cmath.acos, complex(1e308, -1e308))
attempt(cmath.asinh, complex(-1e308, 1e300))
attempt(cmath.atanh, complex(1e200, 1e200))
attempt(cmath.atanh, complex(1, 1e-200))
attempt(cmath.atanh, complex(-2, 0.0))
attempt(cmath.atanh, complex(-2, -0.0))
attempt(cmath.polar, complex(1.7e308, 1.7e308))
attempt(cmath.isclose, 1, 1 + 1e-10)
attempt(cmath.isclose, 1, 2, rel_tol=-1)
attempt(cmath.isclose, cmath.inf, cmath.inf)
attempt(cmath.isclose, cmath.infj, cmath.inf)
attempt(cmath.isclose, 1, 2j, abs_tol=5)
attempt(cmath.isclose, 1, 2, 3)
print(cmath.isnan(cmath.nanj), cmath.isinf(cmath.infj), cmath.isfinite(cmath.infj), cmath.pi, cmath.e, cmath.tau, cmath.nanj)
