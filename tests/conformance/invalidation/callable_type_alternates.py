# One call site: functions, classes, methods, builtins, callables, partials.
import functools


class K:
    def __init__(self, v=0): self.v = v
    def m(self, v): return ("m", v)
    @classmethod
    def c(cls, v): return ("c", v)
    @staticmethod
    def s(v): return ("s", v)
    def __call__(self, v): return ("call", v)


def f(v): return ("f", v)
def d(v, w=1): return ("d", v, w)


def apply(g, v):
    return g(v)


callables = [f, d, K, K().m, K.c, K.s, K(), str, abs, [].append, functools.partial(d, w=2), lambda v: ("l", v)]
out = []
for _ in range(30):
    for g in callables:
        r = apply(g, 5)
        out.append(r.v if isinstance(r, K) else r)
print(out[:12])
print(out[:12] * 30 == out)
for g in callables:
    rs = [apply(g, i) for i in range(20)]
    print(rs[-1].v if isinstance(rs[-1], K) else rs[-1], end=" ")
print()
