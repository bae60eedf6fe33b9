"""Raising and catching, across frames, with `finally` and `with`."""

from harness import bench


class Refused(Exception):
    def __init__(self, reason, amount):
        super().__init__(reason)
        self.amount = amount


class Guard:
    entered = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, value, traceback):
        return kind is Refused


def check(n):
    if n % 3 == 0:
        raise Refused("three", n)
    return n


def deeper(n, depth):
    if depth == 0:
        return check(n)
    return deeper(n, depth - 1)


def work():
    caught = 0
    kept = 0
    guard = Guard()
    table = {"a": 1}
    for i in range(24000):
        try:
            kept += deeper(i, 3)
        except Refused as error:
            caught += error.amount % 7
        finally:
            kept += 1
        try:
            table["b"]
        except (KeyError, IndexError):
            caught += 1
        with guard:
            check(i)
    return caught, kept, guard.entered


bench(work, 7)
