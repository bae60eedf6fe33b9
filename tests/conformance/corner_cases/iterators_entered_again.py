"""Generators, coroutines and iterators of itertools that are entered again while they run."""

import functools
import itertools


def shown(label):
    def call(function):
        try:
            print(label, "->", function())
        except Exception as error:
            print(label, "->", type(error).__name__, error)

    return call


@shown("reenter gen")
def _():
    def g(): 
        yield next(me)
    me = g()
    return next(me)


@shown("reenter send/throw/close")
def _():
    out = []
    for f in (lambda: me.send(None), lambda: me.throw(ValueError), lambda: me.close()):
        def g():
            try: f()
            except BaseException as e: out.append(repr(e))
            yield 1
        me = g(); next(me)
    return out


@shown("reenter coroutine")
def _():
    out = []
    async def c():
        try: me.send(None)
        except BaseException as e: out.append(repr(e))
        try: await me
        except BaseException as e: out.append(repr(e))
    me = c()
    try: me.send(None)
    except StopIteration: pass
    try: me.send(None)
    except BaseException as e: out.append(repr(e))
    return out


@shown("gen iter natives reenter")
def _():
    out = []
    def g():
        for f in (lambda: list(me), lambda: sum(me), lambda: [*me], lambda: "".join(me), lambda: next(m2), lambda: set(me)):
            try: f()
            except BaseException as e: out.append(repr(e))
        yield 1
    me = g(); m2 = map(int, me)
    list(m2); return out


@shown("genexp exhausted by self")
def _():
    it = iter([1, 2, 3])
    return [x + sum(it) for x in it]


@shown("lru reenter")
def _():
    @functools.lru_cache(maxsize=2)
    def f(n): return f(n - 1) + f(n - 2) if n > 1 else f.cache_clear() or n
    return f(15)


@shown("groupby reenter")
def _():
    def key(x): return next(g, None) and 1
    g = itertools.groupby([1, 2, 3], key)
    return list(g)


@shown("chain reenter")
def _():
    def gen():
        yield from c
    c = itertools.chain.from_iterable(gen() for _ in range(3))
    return list(c)


@shown("accumulate reenter")
def _():
    def f(a, b): return list(it)
    it = itertools.accumulate([1, 2, 3], f); return list(it)


@shown("tee reenter")
def _():
    class I:
        def __iter__(s): return s
        def __next__(s): return next(b)
    a, b = itertools.tee(I()); return next(a)
