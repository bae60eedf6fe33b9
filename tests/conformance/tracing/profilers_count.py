# cProfile, profile and _lsprof: how often functions were called, and by whom. Times are not shown.
import _lsprof
import cProfile
import io
import profile
import pstats
import re


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def numbers():
    yield 1
    yield 2


def work():
    items = [3, 1, 2]
    items.sort(key=key)
    items.append(len(items))
    "a".join(["b"])
    list(numbers())
    try:
        fails()
    except ZeroDivisionError:
        pass
    return fib(5)


def key(x):
    return -x


def fails():
    1 / 0


def plain(name):
    return re.sub(" at 0x[0-9a-f]+", "", name)


def shown(code):
    return code if isinstance(code, str) else code.co_name


def show(profiler):
    for entry in sorted(profiler.getstats(), key=lambda e: shown(e.code)):
        calls = sorted((shown(sub.code), sub.callcount, sub.reccallcount) for sub in entry.calls or ())
        print("   ", shown(entry.code), entry.callcount, entry.reccallcount, calls)
        assert entry.totaltime >= entry.inlinetime >= 0


p = _lsprof.Profiler()
print(p.getstats())
p.enable()
work()
p.disable()
p.disable()
show(p)
p.clear()
print(p.getstats())
p.enable(builtins=False, subcalls=False)
work()
p.disable()
show(p)

# A timer of one's own: each reading is a unit later.
ticks = 0


def timer():
    global ticks
    ticks += 1
    return ticks


p = _lsprof.Profiler(timer, 0.5)
p.enable(builtins=False)
fib(1)
fib(2)
p.disable()
print([(shown(e.code), e.callcount, e.reccallcount, e.totaltime, e.inlinetime) for e in p.getstats()])
print([sub[1:] for e in p.getstats() for sub in e.calls or ()])
other = _lsprof.Profiler()
p.enable()
try:
    other.enable()
except ValueError as e:
    print(e)
p.disable()
for args in (("x", "y"), (1, 2, 3, 4, 5)):
    try:
        _lsprof.Profiler(*args)
    except TypeError as e:
        print("TypeError")
print(type(p.getstats()[0]).__name__, type(next(e.calls[0] for e in p.getstats() if e.calls)).__name__)

for module in (cProfile, profile):
    p = module.Profile()
    print(module.__name__, p.runcall(work))
    stats = pstats.Stats(p, stream=io.StringIO()).stats
    for (file, line, name), (primitive, calls, _, _, callers) in sorted(stats.items(), key=lambda i: i[0][2]):
        print("   ", plain(name), primitive, calls, sorted(plain(caller[2]) for caller in callers))
with cProfile.Profile() as p:
    fib(3)
print(sum(e.callcount for e in p.getstats() if shown(e.code) == "fib"))
