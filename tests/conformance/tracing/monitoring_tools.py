# sys.monitoring: tools, local events, DISABLE, restart_events, callbacks that fail, and the errors of each function.
import sys

m = sys.monitoring
E = m.events


def attempt(fn, *args):
    try:
        print(fn.__name__, [getattr(a, "co_name", a) for a in args[1:]], "->", fn(*args))
    except Exception as e:
        print(fn.__name__, type(e).__name__, e)


print([m.DEBUGGER_ID, m.COVERAGE_ID, m.PROFILER_ID, m.OPTIMIZER_ID])
print({name: getattr(E, name) for name in sorted(dir(E)) if name.isupper()})
attempt(m.use_tool_id, 6, "six")
attempt(m.use_tool_id, -1, "minus")
attempt(m.use_tool_id, 0, 5)
attempt(m.set_events, 0, E.LINE)
attempt(m.use_tool_id, 0, "zero")
attempt(m.use_tool_id, 0, "again")
attempt(m.use_tool_id, 1, "one")
attempt(m.get_tool, 0)
attempt(m.get_tool, 2)
attempt(m.set_events, 0, 1 << 25)
attempt(m.set_events, 0, -1)
attempt(m.set_events, 0, E.C_RETURN)
attempt(m.set_events, 0, E.C_RAISE | E.CALL)
attempt(m.get_events, 0)
attempt(m.set_events, 0, E.BRANCH)
attempt(m.get_events, 0)
print(m._all_events())
attempt(m.set_events, 0, 0)
attempt(m.register_callback, 0, E.LINE | E.CALL, None)
attempt(m.register_callback, 0, 0, None)
attempt(m.register_callback, 0, 1 << 20, None)
attempt(m.register_callback, 7, E.LINE, None)
attempt(m.get_local_events, 0, 5)
attempt(m.get_local_events, 2, attempt.__code__)
attempt(m.set_local_events, 2, attempt.__code__, E.LINE)
attempt(m.set_local_events, 0, attempt.__code__, E.RAISE)
attempt(m.set_local_events, 0, None, E.LINE)
print(m.register_callback(0, E.LINE, len), m.register_callback(0, E.LINE, None), m.register_callback(0, E.LINE, None))
print(m.register_callback(0, E.BRANCH, len), m.register_callback(0, E.BRANCH, None))


def watched(n):
    for i in range(n):
        if i % 2:
            x = i
        else:
            x = -i
    return x


def other():
    return watched(2)


first = watched.__code__.co_firstlineno
log = []


def on_line(code, line):
    log.append(line - first if code is watched.__code__ else code.co_name)


m.register_callback(0, E.LINE, on_line)
m.set_local_events(0, watched.__code__, E.LINE)
print(m.get_local_events(0, watched.__code__) == E.LINE, m.get_events(0))
other()
print(log)


def once(code, line):
    on_line(code, line)
    return m.DISABLE


log.clear()
m.register_callback(0, E.LINE, once)
other()
other()
print("disabled", log)
log.clear()
m.restart_events()
other()
print("restarted", log)
log.clear()

# Two tools: the one with the higher number is called first, and each disables for itself.
m.set_local_events(0, watched.__code__, E.LINE | E.PY_START)
m.set_local_events(1, watched.__code__, E.LINE | E.PY_START)
m.register_callback(1, E.LINE, lambda code, line: log.append(("one", line - first)))
m.register_callback(0, E.PY_START, lambda code, offset: log.append(("start", 0)))
m.register_callback(1, E.PY_START, lambda code, offset: log.append(("start", 1)) or m.DISABLE)
m.restart_events()
watched(1)
watched(1)
print(log)
log.clear()
m.set_local_events(0, watched.__code__, 0)
watched(1)
print(log)
m.clear_tool_id(1)
log.clear()
watched(1)
print(log, m.get_tool(1), m.get_local_events(1, watched.__code__))
m.free_tool_id(1)
print(m.get_tool(1))

# Events that belong to no instruction cannot be disabled.
m.register_callback(0, E.RAISE, lambda *args: m.DISABLE)
m.set_events(0, E.RAISE)


def raising():
    raise KeyError("k")


try:
    raising()
except Exception as e:
    print(type(e).__name__, e, "from", repr(e.__context__))
print(m.register_callback(0, E.RAISE, None))


# A callback that raises: the exception comes out of the instruction.
def failing(code, *rest):
    if code is watched.__code__:
        raise ZeroDivisionError(f"in the callback of {rest[0] if len(rest) == 1 and rest[0] > 100 else 'it'}")


for event in (E.PY_START, E.PY_RETURN, E.LINE, E.CALL, E.JUMP, E.BRANCH_LEFT, E.BRANCH_RIGHT, E.INSTRUCTION):
    for other_event in (E.PY_START, E.PY_RETURN, E.LINE, E.CALL, E.JUMP, E.BRANCH_LEFT, E.BRANCH_RIGHT,
                        E.INSTRUCTION):
        m.register_callback(0, other_event, None)
    m.register_callback(0, event, failing)
    m.set_events(0, event)
    try:
        watched(3)
    except ZeroDivisionError as e:
        tb = e.__traceback__
        while tb.tb_next:
            last, tb = tb, tb.tb_next
        result = f"{last.tb_frame.f_code.co_name} line {last.tb_lineno - first}"
    else:
        result = "nothing"
    m.set_events(0, 0)
    print(event, result)

# Events set from within: they count from there on.
log.clear()
for event in (E.PY_START, E.PY_RETURN, E.LINE, E.CALL, E.JUMP, E.BRANCH_LEFT, E.BRANCH_RIGHT, E.INSTRUCTION):
    m.register_callback(0, event, None)


def switches():
    a = 1
    m.set_events(0, E.LINE)
    b = 2
    for i in range(2):
        c = i
    m.set_events(0, 0)
    d = 3


start = switches.__code__.co_firstlineno
m.register_callback(0, E.LINE, lambda code, line: log.append(line - start if code is switches.__code__ else None))
switches()
print(log)
log.clear()


def suspended():
    yield 1
    x = 2
    yield 3


g = suspended()
next(g)
start = suspended.__code__.co_firstlineno
m.register_callback(0, E.LINE, lambda code, line: log.append(line - start if code is suspended.__code__ else None))
m.set_events(0, E.LINE)
next(g)
m.set_events(0, 0)
print([line for line in log if line is not None])
m.free_tool_id(0)
