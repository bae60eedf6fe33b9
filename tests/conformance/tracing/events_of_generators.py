# What sys.settrace tells of generators and coroutines: each resumption is a call, each yield a return.
import sys


def record(fn):
    events = []

    def tracer(frame, event, arg):
        code = frame.f_code
        if code.co_filename == __file__ and code.co_name != "record":
            shown = ""
            if event == "return":
                shown = f" {arg!r}" if not hasattr(arg, "gi_frame") and "object" not in repr(arg) else " object"
            elif event == "exception":
                shown = f" {arg[0].__name__}({arg[1]})"
            events.append(f"{code.co_name} {event} {frame.f_lineno - code.co_firstlineno}{shown}")
        return tracer

    sys.settrace(tracer)
    try:
        fn()
    except Exception as e:
        events.append(f"raised {e!r}")
    finally:
        sys.settrace(None)
    print(fn.__name__)
    for event in events:
        print("   ", event)


def count(n):
    for i in range(n):
        yield i
    return "end"


def loop():
    for i in count(2):
        pass


def by_next():
    g = count(1)
    next(g)
    try:
        next(g)
    except StopIteration as e:
        return e.value


def delegates():
    result = yield from count(2)
    return result


def over_delegate():
    return list(delegates())


def sends():
    def echo():
        got = None
        while got != "stop":
            got = yield got
        return got

    g = echo()
    next(g)
    g.send("a")
    try:
        g.send("stop")
    except StopIteration:
        pass


def throws():
    def catches():
        try:
            yield 1
        except ValueError:
            yield 2
        yield 3

    g = catches()
    next(g)
    g.throw(ValueError("v"))
    try:
        g.throw(KeyError("k"))
    except KeyError:
        pass


def closes():
    def with_finally():
        try:
            yield 1
        finally:
            x = 1

    def without():
        yield 1

    g = with_finally()
    next(g)
    g.close()
    h = without()
    next(h)
    h.close()
    fresh = without()
    fresh.close()


class Iterator:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.left


def over_iterator():
    for _ in Iterator():
        pass


def from_iterator():
    def inner():
        yield from Iterator()

    return list(inner())


def coroutines():
    async def leaf(v):
        return v

    async def root():
        a = await leaf(1)
        b = await leaf(2)
        return a + b

    try:
        root().send(None)
    except StopIteration as e:
        return e.value


def async_generators():
    async def numbers():
        yield 1
        yield 2

    async def main():
        total = 0
        async for i in numbers():
            total += i
        return [i async for i in numbers()]

    try:
        main().send(None)
    except StopIteration as e:
        return e.value


def generator_expression():
    return list(x + 1
                for x in range(2))


for fn in (loop, by_next, over_delegate, sends, throws, closes, over_iterator, from_iterator, coroutines,
           async_generators, generator_expression):
    record(fn)
