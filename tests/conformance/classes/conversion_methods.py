class N:
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __index__(self): return 7
    def __bool__(self): return False
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __len__(self): return 4
    def __hash__(self): return 11


import math

n = N()
print(int(n), float(n), complex(n), bool(n), round(n), round(n, 2), math.trunc(n), math.floor(n), math.ceil(n), len(n), hash(n))
print([10, 20, 30, 40, 50, 60, 70, 80][n], "abcdefghij"[n:], range(n), hex(n), "x" * n, bytes(n), [0] * n == [0] * 7, slice(n).indices(20), chr(65 + n.__index__()))
print(math.sqrt(n), "%d" % n, "%.1f" % n, "%x" % n, 5 if n else "falsy", int("11", n))


class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
    def __len__(self): return -5
    def __bool__(self): return "yes"
    def __hash__(self): return 1.5
    def __complex__(self): return 5


for function in (int, float, complex, bool, len, hash, hex, range, bytes):
    try:
        print(function(Bad()))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)
