import warnings

warnings.warn("careful")
warnings.warn("old thing", DeprecationWarning)


def f():
    warnings.warn("from f", RuntimeWarning, stacklevel=2)


f()
f()
