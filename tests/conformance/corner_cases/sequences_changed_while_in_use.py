"""Lists, deques, heaps and bytearrays that are changed by what they are compared with or indexed by."""

import bisect
import collections
import heapq


def shown(label):
    def call(function):
        try:
            print(label, "->", function())
        except Exception as error:
            print(label, "->", type(error).__name__, error)

    return call


@shown("sort append")
def _():
    l = [3, 2, 1]
    l.sort(key=lambda x: l.append(x) or x)


@shown("sort clear cmp")
def _():
    class C:
        def __lt__(s, o): l.clear(); return True
    l = [C() for _ in range(5)]
    try: l.sort()
    finally: print(len(l))


@shown("iter append")
def _():
    l = [1]
    for x in l:
        if x < 100: l.append(x + 1)
    return len(l)


@shown("deque mutate")
def _():
    d = collections.deque([1, 2])
    for k in d: d.append(k)


@shown("list eq clear")
def _():
    class E:
        def __eq__(s, o): a.clear(); b.clear(); return True
    a = [E(), E(), 1]; b = [E(), E(), 1]
    return a == b


@shown("list index clear")
def _():
    class E:
        def __eq__(s, o): a.clear(); return False
    a = [E(), E(), 1]
    return a.index(5)


@shown("list remove clear")
def _():
    class E:
        def __eq__(s, o): a.clear(); return True
    a = [E(), E(), 1]
    return a.remove(5), a


@shown("list count clear")
def _():
    class E:
        def __eq__(s, o): a.clear(); return True
    a = [E(), E(), 1]
    return a.count(5)


@shown("list contains")
def _():
    class E:
        def __eq__(s, o): a.clear(); return False
    a = [E(), E(), 1]
    return 5 in a


@shown("deque remove/index/count")
def _():
    class E:
        def __eq__(s, o): a.clear(); return False
    out = []
    for f in ("remove", "index", "count", "__contains__"):
        a = collections.deque([E(), E(), 1])
        try: out.append(getattr(a, f)(5))
        except Exception as e: out.append(repr(e))
    return out


@shown("join mutate")
def _():
    class S(str): pass
    class It:
        def __iter__(s): l.clear(); return iter(["a"])
    l = ["a", "b"]
    return "".join(It())


@shown("bytearray mutate")
def _():
    b = bytearray(b"abc"); m = memoryview(b); out = []
    for f in (lambda: b.append(1), lambda: b.clear(), lambda: b.extend(b"a"), lambda: b.__delitem__(0), lambda: b.pop(), lambda: b.__iadd__(b"a"), lambda: b.insert(0, 1), lambda: b.remove(97), lambda: b.__setitem__(slice(0, 1), b"xx"), lambda: b.__init__(5), lambda: b.__imul__(2), lambda: b.reverse(), lambda: b.__setitem__(0, 5)):
        try: out.append(f())
        except Exception as e: out.append(type(e).__name__)
    return out, bytes(b)


@shown("bytearray index mutate")
def _():
    class I:
        def __index__(s): b.clear(); return 0
    out = []
    for f in (lambda: b.__setitem__(0, I()), lambda: b.__setitem__(I(), 1), lambda: b[I()], lambda: b.__delitem__(I()), lambda: b.append(I()), lambda: b.insert(I(), 1), lambda: b.insert(0, I()), lambda: b.extend([I()]), lambda: b[I():], lambda: b.__setitem__(slice(I(), 2), b"zz"), lambda: b.find(b"b", I()), lambda: b.pop(I()), lambda: b.remove(I()), lambda: b * I(), lambda: b.center(I()), lambda: b.split(b"b", I()), lambda: b.expandtabs(I()), lambda: b.replace(b"b", b"c", I())):
        b = bytearray(b"abc")
        try: out.append(f())
        except Exception as e: out.append(repr(e))
        out.append(bytes(b))
    return [str(o) for o in out].__len__(), print(out)


@shown("list index mutate")
def _():
    class I:
        def __init__(s, v=0): s.v = v
        def __index__(s): b.clear(); return s.v
    out = []
    for f in (lambda: b.__setitem__(I(), 1), lambda: b[I()], lambda: b.__delitem__(I()), lambda: b.insert(I(1), 1), lambda: b[I():], lambda: b[:I(2)], lambda: b[::I(2)], lambda: b.__setitem__(slice(I(), 2), "zz"), lambda: b.__setitem__(slice(None, None, I(2)), "zz"), lambda: b.__delitem__(slice(I(), 2)), lambda: b.__delitem__(slice(None, None, I(2))), lambda: b.pop(I()), lambda: b * I(2), lambda: b.__imul__(I(2)), lambda: b.index(3, I())):
        b = [1, 2, 3]
        try: out.append(f())
        except Exception as e: out.append(repr(e))
        out.append(list(b))
    return len(out), print(out)


@shown("slice assign iter")
def _():
    class It:
        def __iter__(s): b.clear(); return iter([7, 8])
    out = []
    for f in (lambda: b.__setitem__(slice(1, 2), It()), lambda: b.__setitem__(slice(None, None, 2), It()), lambda: b.__iadd__(It()), lambda: b.extend(It())):
        b = [1, 2, 3]
        try: f(); out.append(list(b))
        except Exception as e: out.append(repr(e))
    return out


@shown("heap mutate")
def _():
    class E:
        def __lt__(s, o): h.clear(); return True
    out = []
    for f in (heapq.heapify, heapq.heappop, lambda h: heapq.heappush(h, E()), lambda h: heapq.heapreplace(h, E()), lambda h: heapq.heappushpop(h, E()), lambda h: bisect.insort(h, E())):
        h = [E() for _ in range(6)]
        try: f(h); out.append("ok")
        except Exception as e: out.append(repr(e))
    return out


@shown("deque rotate mutate iter")
def _():
    d = collections.deque(range(5)); it = iter(d); next(it); d.rotate(1); return next(it)


@shown("zip/map mutate")
def _():
    l = [1, 2, 3]
    return [l.pop() for _ in zip(l, l)], l
