# Awaitables of asynchronous generators warn when they go without having been awaited.
import gc, warnings
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)
async def gen():
    yield 1
def forget(make):
    make(gen())
    gc.collect()
    print("-")
for name, args in ("asend", [None]), ("athrow", [RuntimeError]), ("aclose", []):
    forget(lambda g: getattr(g, name)(*args))
def used(g):
    try:
        g.asend(None).send(None)
    except StopIteration as e:
        print(e.value)
    g.aclose().close()
forget(used)
async def use():
    g = gen()
    print(await g.asend(None))
    try: print(await g.asend(None))
    except StopAsyncIteration: print("end")
    await g.aclose()
    x = g.aclose()
    await x
try: use().send(None)
except StopIteration: pass
