"""Recursive calls with small integers."""

from harness import bench


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


bench(lambda: fib(27), 8)
