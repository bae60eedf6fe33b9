"""Small loops over single operations: the best of some rounds of each, in milliseconds.

    loops.py [NAME...]

Run under one Python and another it tells what an interpreter's instructions cost; programs are in `bench/programs`.
"""

import sys
from time import perf_counter

ROUNDS = 20
COUNT = 300_000


def f(n):
    i = 0
    s = 0
    while i < n:
        s = s + i
        i += 1
    return s


def fib(n):
    return n if n < 2 else fib(n-1) + fib(n-2)


class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def m(self, k):
        return self.x + k


def attr(n):
    p = P(1, 2)
    t = 0
    for i in range(n):
        t += p.x
        p.y = t
    return t


def meth(n):
    p = P(1, 2)
    t = 0
    for i in range(n):
        t = p.m(t)
    return t


def alloc(n):
    for i in range(n):
        p = P(i, i)
    return p.x


def flt(n):
    x = 0.5
    for i in range(n):
        x = x * 0.999 + 0.25
    return x


def lst(n):
    a = [0] * 100
    for j in range(n // 100):
        for i in range(100):
            a[i] = a[i] + i
    return a[5]


def forlist(n):
    a = list(range(100))
    s = 0
    for j in range(n // 100):
        for v in a:
            s += v
    return s


def calls(n):
    def g(a, b):
        return a
    t = 0
    for i in range(n):
        t = g(i, t)
    return t


def gen(n):
    def g(k):
        for i in range(k):
            yield i
    s = 0
    for v in g(n):
        s += v
    return s


def native(n):
    a = [1,2,3]
    s = 0
    for i in range(n):
        s += len(a)
    return s


def dct(n):
    d = {'a': 1, 'b': 2}
    s = 0
    for i in range(n):
        s += d['a']
        d['b'] = s
    return s


def strs(n):
    s = 'abc'
    c = 0
    for i in range(n):
        if s == 'abc':
            c += 1
    return c


G = 3


def glob(n):
    s = 0
    for i in range(n):
        s += G
    return s


def closure(n):
    c = 0
    def inc():
        nonlocal c
        c += 1
    for i in range(n):
        inc()
    return c


def unpack(n):
    t = (1, 2)
    for i in range(n):
        a, b = t
        b, a = a, b
    return a


LOOPS = {
    "while": f,
    "fib": lambda n: fib(24),
    "attributes": attr,
    "methods": meth,
    "instances": alloc,
    "floats": flt,
    "items": lst,
    "iteration": forlist,
    "calls": calls,
    "generators": gen,
    "built-ins": native,
    "dicts": dct,
    "strings": strs,
    "globals": glob,
    "closures": closure,
    "unpacking": unpack,
}

for name in sys.argv[1:] or LOOPS:
    best = float("inf")
    for _ in range(ROUNDS):
        start = perf_counter()
        LOOPS[name](COUNT)
        best = min(best, perf_counter() - start)
    print(f"{name:12} {best * 1000:8.2f} ms")
