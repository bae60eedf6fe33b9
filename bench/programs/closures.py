"""Closures and functions as values: counters, composition, memoisation, decorators, partial application."""

from harness import bench


def counter(step):
    total = 0

    def add(n):
        nonlocal total
        total += n * step
        return total

    return add


def compose(*functions):
    def composed(x):
        for f in functions:
            x = f(x)
        return x

    return composed


def memoise(f):
    known = {}

    def wrapper(n):
        if n not in known:
            known[n] = f(n)
        return known[n]

    return wrapper


def repeated(times):
    def decorate(f):
        def wrapper(x):
            for _ in range(times):
                x = f(x)
            return x

        return wrapper

    return decorate


@repeated(4)
def halve(x):
    return x // 2 + 1


def work():
    adders = [counter(step) for step in range(1, 6)]
    total = 0
    for i in range(32000):
        total += adders[i % 5](i)
    pipeline = compose(lambda x: x + 3, lambda x: x * 2, lambda x: x % 1009)
    for i in range(28000):
        total += pipeline(i)

    @memoise
    def steps(n):
        return 0 if n == 1 else 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)

    longest = max(range(1, 9000), key=steps)
    for i in range(20000):
        total += halve(i)
    return total, longest, steps(longest)


bench(work, 5)
