# sys.monitoring: every event with what its callback gets, one tool, global events.
import sys

m = sys.monitoring
E = m.events
TOOL = m.DEBUGGER_ID
names = {getattr(E, name): name for name in dir(E) if name.isupper() and name not in ("NO_EVENTS", "BRANCH")}
m.use_tool_id(TOOL, "events")


def shown(v):
    if v is m.MISSING:
        return "MISSING"
    if isinstance(v, BaseException):
        return repr(v)
    if isinstance(v, (int, str, type(None), tuple, list)):
        return repr(v)
    return getattr(v, "__qualname__", None) or type(v).__name__


def record(events, fn, *args):
    log = []

    def callback(name):
        def call(code, *rest):
            if code.co_filename == __file__ and code.co_name != "record":
                log.append(f"{code.co_name} {name} {' '.join(map(shown, rest))}")
        return call

    for event, name in names.items():
        m.register_callback(TOOL, event, callback(name))
    m.set_events(TOOL, events)
    try:
        fn(*args)
    except Exception as e:
        log.append(f"raised {e!r}")
    finally:
        m.set_events(TOOL, 0)
    print(fn.__name__)
    for line in log:
        print("   ", line)


def calls():
    len([])
    print_nothing(1, b=2)
    print_nothing(*[3], **{})
    max(*[1, 2])
    "a".upper()
    [].append(1)
    int()
    dict(a=1)
    o = Derived(1)
    o.method(2)
    bound = o.method
    bound(3)
    try:
        int("x")
    except ValueError:
        pass


def print_nothing(*args, **kwargs):
    pass


class Base:
    def __init__(self, v):
        self.v = v

    def method(self, w):
        return w


class Derived(Base):
    def method(self, w):
        return super().method(w)


def branches(n):
    while n:
        n -= 1
        if n == 2:
            continue
        if n is None or n is not None:
            pass
    for i in (1, 2):
        if i:
            break
    for i in range(1):
        pass
    else:
        n = 1
    return n if n else 0


def numbers():
    yield 1
    yield 2
    return 3


def generators():
    for _ in numbers():
        pass
    list(delegates())
    g = numbers()
    next(g)
    try:
        g.throw(KeyError("t"))
    except KeyError:
        pass


def delegates():
    yield from numbers()


def exceptions():
    try:
        try:
            raises()
        except ValueError:
            raise
        finally:
            x = 1
    except ValueError as e:
        y = e
    with Manager():
        raise KeyError("k")
    try:
        {}["missing"]
    except (TypeError, KeyError):
        pass
    raises()


def raises():
    raise ValueError("v")


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        return True


def asynchronous():
    async def items():
        yield 1

    async def main():
        async for i in items():
            pass

    try:
        main().send(None)
    except StopIteration:
        pass


CALLS = E.CALL | E.C_RETURN | E.C_RAISE
STARTS = E.PY_START | E.PY_RESUME | E.PY_RETURN | E.PY_YIELD | E.PY_UNWIND | E.PY_THROW
record(CALLS, calls)
record(STARTS | CALLS, calls)
record(E.JUMP | E.BRANCH_LEFT | E.BRANCH_RIGHT, branches, 4)
record(E.BRANCH, branches, 2)
record(E.LINE, branches, 2)
record(E.LINE | E.JUMP | E.BRANCH_LEFT | E.BRANCH_RIGHT, branches, 2)
record(E.INSTRUCTION, raises)
record(STARTS | E.STOP_ITERATION, generators)
record(E.RAISE | E.RERAISE | E.EXCEPTION_HANDLED | E.PY_UNWIND, exceptions)
record(E.RAISE | E.RERAISE | E.EXCEPTION_HANDLED | E.PY_UNWIND | E.LINE, exceptions)
record(STARTS | E.BRANCH_LEFT | E.BRANCH_RIGHT | E.STOP_ITERATION | E.RAISE, asynchronous)
m.free_tool_id(TOOL)
print(m.get_tool(TOOL), m._all_events())
