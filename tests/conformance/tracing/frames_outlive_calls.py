# Frame objects: they outlive the call, chain through native calls, write through to variables, and can be cleared.
import sys


def make(x):
    y = [x]

    def inner():
        return y

    return sys._getframe(), inner


frame, inner = make(1)
print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals))
print(frame.f_locals["x"], frame.f_locals["y"], frame.f_back.f_code.co_name)
frame.f_locals["y"] = "written"
print(inner(), frame.f_locals["y"])
frame.f_locals["new"] = 1
print("new" in frame.f_locals, len(frame.f_locals))
frame.clear()
print(dict(frame.f_locals), frame.f_code.co_name)


def chain(depth):
    frame = sys._getframe()
    names = []
    while frame is not None and len(names) < depth:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


class Hooks:
    def __lt__(self, other):
        print("lt", chain(3))
        return False

    def __getattr__(self, name):
        return chain(2)

    def __iter__(self):
        yield chain(2)


def through_native():
    sorted([Hooks(), Hooks()])
    print("map", list(map(lambda _: chain(3), [1])))
    print("attribute", Hooks().anything)
    print("iteration", list(Hooks()))
    print("max", max([1], key=lambda _: len(chain(9))) and chain(2))


through_native()


def write_through():
    a = 1
    local = sys._getframe().f_locals
    local["a"] = 2
    seen = a
    a = 3
    print(seen, local["a"], local.get("b"), list(local)[:2])
    for attempt in (lambda: local.pop("a"), lambda: local.__delitem__("a"), lambda: local["none"]):
        try:
            attempt()
        except Exception as e:
            print(type(e).__name__, e)
    local["b"] = 5
    print(local.setdefault("b", 6), local.setdefault("c", 7), local.pop("b"), "b" in local)
    local.update({"a": "updated", "d": 4})
    print(a, sorted(k for k in local if len(k) == 1))
    print(local == sys._getframe().f_locals, local is sys._getframe().f_locals, type(local).__name__)
    print((local | {"z": 1})["z"], len(local.copy()) == len(local), list(reversed(local))[-1])


write_through()


def cleared_while_running():
    try:
        sys._getframe().clear()
    except RuntimeError as e:
        print(e)


cleared_while_running()


def generator():
    x = 1
    yield sys._getframe()
    yield x


g = generator()
print(g.gi_frame.f_generator is g, g.gi_frame.f_lineno - generator.__code__.co_firstlineno, g.gi_frame.f_back)
inside = next(g)
print(inside is g.gi_frame, inside.f_back, inside.f_generator is g, inside.f_locals["x"])
inside.f_locals["x"] = "changed"
try:
    inside.clear()
except RuntimeError as e:
    print(e)
print(next(g))
list(g)
print(g.gi_frame, inside.f_generator, inside.f_locals["x"])
fresh = generator()
kept = fresh.gi_frame
kept.clear()
print(fresh.gi_frame, list(fresh))


async def coroutine():
    return sys._getframe()


c = coroutine()
print(c.cr_frame.f_generator is c, c.cr_frame.f_code.co_name)
try:
    c.send(None)
except StopIteration as e:
    print(e.value.f_code.co_name, e.value.f_generator, c.cr_frame)


async def async_generator():
    yield 1


ag = async_generator()
print(ag.ag_frame.f_generator is ag)


def fails():
    kept = "in the traceback"
    1 / 0


try:
    fails()
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_frame is sys._getframe(), tb.tb_next.tb_frame.f_locals["kept"])
    print(tb.tb_next.tb_frame.f_back is sys._getframe())
print(next(iter(sys._current_frames().values())) is sys._getframe())
print(locals() is globals(), sys._getframe().f_locals is globals())


class Body:
    a = 1
    print(sys._getframe().f_locals is locals(), sorted(k for k in sys._getframe().f_locals if len(k) == 1))


try:
    sys._getframe(1000)
except ValueError as e:
    print(e)
