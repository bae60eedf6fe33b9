"""Dicts and sets that are changed while they are looked at."""

import collections


def shown(label):
    def call(function):
        try:
            print(label, "->", function())
        except Exception as error:
            print(label, "->", type(error).__name__, error)

    return call


@shown("dict grow")
def _():
    d = {1: 1}
    for k in d: d[k + 1] = 1


@shown("dict del")
def _():
    d = {1: 1, 2: 2}
    for k in d: del d[k]


@shown("dict same size")
def _():
    d = {1: 1, 2: 2}; out = []
    for k in d:
        del d[k]; d[k + 10] = 1; out.append(k)
        if len(out) > 100: break
    return out


@shown("set grow")
def _():
    s = {1}
    for k in s: s.add(k + 1)


@shown("od mutate")
def _():
    d = collections.OrderedDict(a=1, b=2)
    for k in d: del d[k]


@shown("dict lookup clear")
def _():
    class K:
        def __hash__(s): return 1
        def __eq__(s, o): d.clear(); return False
    d = {K(): 1}
    out = []
    for f in (lambda: d[K()], lambda: d.get(K(), "no"), lambda: d.setdefault(K(), 3), lambda: d.pop(K(), 4), lambda: d.__setitem__(K(), 1), lambda: K() in d, lambda: d.update({K(): 1}), lambda: d == {K(): 1}, lambda: d | {K(): 2}):
        d.clear(); dict.__setitem__(d, K(), 1)
        try: out.append(type(f()).__name__)
        except Exception as e: out.append(type(e).__name__)
    return out, len(d)


@shown("set ops mutate")
def _():
    class K:
        def __hash__(s): return 1
        def __eq__(s, o): a.clear(); b.clear(); return False
    a, b = set(), set()
    out = []
    for name in ("union", "intersection", "difference", "symmetric_difference", "update", "intersection_update", "difference_update", "symmetric_difference_update", "issubset", "issuperset", "isdisjoint", "__eq__", "__le__", "__lt__", "__or__", "__and__", "__sub__", "__xor__", "__ior__", "__iand__", "__isub__", "__ixor__"):
        a = {K(), 2}; b = {K(), 3}
        try: out.append(type(getattr(a, name)(b)).__name__)
        except Exception as e: out.append(type(e).__name__ + str(e))
    return out


@shown("dict view set ops")
def _():
    class K:
        def __hash__(s): return 1
        def __eq__(s, o): d.clear(); return False
    out = []
    for f in (lambda: d.keys() & {K()}, lambda: d.keys() | {K()}, lambda: d.keys() - {K()}, lambda: d.keys() ^ {K()}, lambda: d.items() & {(K(), 1)}, lambda: d.keys() == {K()}, lambda: d.keys() <= {K()}, lambda: d.keys().isdisjoint({K()}), lambda: d.items() == {(K(), 1)}):
        d = {K(): 1, 2: 2}
        try: out.append(type(f()).__name__)
        except Exception as e: out.append(repr(e))
    return out


@shown("dict fromkeys/update mutate")
def _():
    class M:
        def keys(s): d.clear(); return ["a", "b"]
        def __getitem__(s, k): d.clear(); return 1
    d = {1: 1}; d.update(M()); return d


@shown("dict update self iter")
def _():
    class K:
        def __hash__(s): src.clear(); return 1
    src = {1: 1, 2: 2}
    d = {}
    k = K.__new__(K); src = {}
    dict.__setitem__(src, "a", k)
    d.update(src); return len(d)


@shown("str subclass trick")
def _():
    class S(str):
        def __hash__(s): return 1
        def __eq__(s, o): return True
    d = {"a": 1}; return d.get(S("q")), {S("q"): 2}.get("a"), getattr(object(), S("zz"), 0)
