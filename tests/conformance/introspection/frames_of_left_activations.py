# Frames in tracebacks after they were left: locals, f_back, identity, generators, clear.
import sys
import traceback


def inner(n):
    local = n * 2
    raise ValueError(local)


def middle(n):
    before = "set"
    try:
        inner(n)
    except ValueError as e:
        kept = e
    after = "changed later"
    return kept


def outer():
    mark = "outer"
    exc = middle(4)
    mark = "outer, later"
    return exc


exc = outer()
tb = exc.__traceback__
names = []
while tb is not None:
    f = tb.tb_frame
    names.append((f.f_code.co_name, tb.tb_lineno, f.f_lineno, sorted(f.f_locals)))
    tb = tb.tb_next
for entry in names:
    print(entry)

last = exc.__traceback__.tb_next.tb_frame
print(last is exc.__traceback__.tb_next.tb_frame)
print(last.f_back is exc.__traceback__.tb_frame)
print(last.f_back.f_locals["after"], last.f_back.f_back.f_locals["mark"])
print(last.f_back.f_back.f_code.co_name, last.f_back.f_back.f_back is sys._getframe())
print(last.f_globals is globals(), last.f_builtins is __builtins__.__dict__)


# The same activation has one frame object, whoever asks first.
def both():
    here = sys._getframe()
    try:
        raise KeyError("x")
    except KeyError as e:
        return here is e.__traceback__.tb_frame, e


same, e = both()
print(same, e.__traceback__.tb_frame.f_locals["here"] is e.__traceback__.tb_frame)


def several():
    found = []
    for i in range(3):
        try:
            inner(i)
        except ValueError as e:
            found.append(e)
    return found


found = several()
print(len({id(e.__traceback__.tb_frame) for e in found}), len({id(e.__traceback__.tb_next.tb_frame) for e in found}))
print([e.__traceback__.tb_next.tb_frame.f_locals["local"] for e in found])
print(found[0].__traceback__.tb_frame.f_locals["i"])


# A frame that still runs.
def running():
    x = 1
    try:
        inner(7)
    except ValueError as e:
        x = 2
        frame = e.__traceback__.tb_frame
        print(frame.f_locals["x"], frame is sys._getframe())
        x = 3
        print(frame.f_locals["x"])
        frame.f_locals["x"] = 99
        print(x)
        return frame


frame = running()
print(frame.f_locals["x"])
frame.f_locals["x"] = 5
print(frame.f_locals["x"])
frame.clear()
print(dict(frame.f_locals))


# Generators: one that fails, and one that goes on.
def failing():
    step = 1
    yield step
    step = 2
    inner(step)


g = failing()
next(g)
try:
    next(g)
except ValueError as e:
    kept = e
f = kept.__traceback__.tb_next.tb_frame
print(f.f_code.co_name, f.f_locals["step"], f.f_generator is None, f.f_back is sys._getframe())
print(g.gi_frame)


def surviving():
    kept = None
    try:
        inner(3)
    except ValueError as e:
        kept = e
    yield kept
    yield "second"


g = surviving()
e = next(g)
f = e.__traceback__.tb_frame
print(f is g.gi_frame, f.f_generator is g, f.f_back, sorted(f.f_locals))
print(next(g), f.f_lineno == g.gi_frame.f_lineno)
print(e.__traceback__.tb_next.tb_frame.f_back is f)


# f_back of a frame whose callers are left afterwards.
def grab():
    return sys._getframe()


def one():
    a = 1
    got = grab()
    a = 11
    return got


def two():
    b = 2
    got = one()
    b = 22
    return got


f = two()
chain = []
at = f
while at is not sys._getframe():
    chain.append(at.f_code.co_name)
    at = at.f_back
print(chain)
print(f.f_back.f_locals["a"], f.f_back.f_back.f_locals["b"], f.f_back is f.f_back)

# Class bodies and modules have a namespace.
try:

    class Broken:
        attribute = 3
        inner(5)

except ValueError as e:
    f = e.__traceback__.tb_next.tb_frame
    print(f.f_code.co_name, f.f_locals["attribute"], "inner" in f.f_globals)

try:
    exec("value = 4\ninner(value)", {"inner": inner})
except ValueError as e:
    f = e.__traceback__.tb_next.tb_frame
    print(f.f_code.co_name, f.f_locals["value"], f.f_locals is f.f_globals)


# Closures: cells are shared with those who live on.
def closing():
    shared = [1]
    count = 0

    def change():
        nonlocal count
        count += 10

    try:
        inner(1)
    except ValueError as e:
        return e, change


e, change = closing()
change()
print(e.__traceback__.tb_frame.f_locals["count"], e.__traceback__.tb_frame.f_locals["shared"])

# clear_frames, and walking.
e = found[1]
print([f.f_code.co_name for f, _ in traceback.walk_tb(e.__traceback__)])
traceback.clear_frames(e.__traceback__)
print(dict(e.__traceback__.tb_next.tb_frame.f_locals))
summary = traceback.StackSummary.extract(traceback.walk_tb(found[2].__traceback__), capture_locals=True)
print([(s.name, s.locals and sorted(s.locals)) for s in summary])
