# Needs a 64-bit platform
import sys


def measure(values):
    return [len(v) for v in values]


n = sys.maxsize
print(measure([[1], (1, 2), "abc", {1: 2}, range(n), range(n - 1), b"ab", [1, 2]]))
