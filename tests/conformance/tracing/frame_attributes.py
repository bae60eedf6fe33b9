# f_trace, f_trace_lines, f_trace_opcodes, what a trace function may return, and what happens when it raises.
import sys


def called(log, x=1):
    a = x
    b = a
    return b


def run(tracer, fn=called, *args):
    log = []
    sys.settrace(lambda frame, event, arg: tracer(log, frame, event, arg) if frame.f_code is fn.__code__ else None)
    try:
        result = fn(log, *args)
    except Exception as e:
        result = repr(e)
    finally:
        now = sys.gettrace()
        sys.settrace(None)
    print(result, log, "still" if now else "ended")


def line_of(frame):
    return frame.f_lineno - frame.f_code.co_firstlineno


def local_tracer(log, frame, event, arg):
    def local(frame, event, arg):
        log.append((event, line_of(frame)))
        return None if event == "line" and line_of(frame) == 2 else local
    log.append(("global", event))
    return local


run(local_tracer)


def no_local(log, frame, event, arg):
    log.append((event, line_of(frame)))


run(no_local)


def replaced(log, frame, event, arg):
    def second(frame, event, arg):
        log.append(("second", event, line_of(frame)))

    def first(frame, event, arg):
        log.append(("first", event, line_of(frame)))
        return second
    return first


run(replaced)


def without_lines(log, frame, event, arg):
    frame.f_trace_lines = False

    def local(frame, event, arg):
        log.append((event, line_of(frame)))
        return local
    return local


run(without_lines)


def with_opcodes(log, frame, event, arg):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False

    def local(frame, event, arg):
        log.append((event, frame.f_lasti))
        return local
    return local


run(with_opcodes)
for failing in ("call", "line", "return"):
    def raising(log, frame, event, arg, failing=failing):
        def local(frame, event, arg):
            log.append(event)
            if event == failing:
                raise KeyError(failing)
            return local
        if failing == "call":
            raise KeyError("call")
        return local

    run(raising)


def raises(log):
    try:
        raise ValueError("v")
    except ValueError:
        return "caught"


def on_exception(log, frame, event, arg):
    def local(frame, event, arg):
        log.append((event, line_of(frame)))
        if event == "exception":
            raise KeyError("instead")
        return local
    return local


run(on_exception, raises)


def set_from_outside():
    frame = sys._getframe()
    log = []

    def tracer(frame, event, arg):
        log.append((event, line_of(frame)))
        return tracer
    sys.settrace(tracer)
    a = 1
    frame.f_trace = tracer
    b = 2
    for i in (1, 2): c = i
    del frame.f_trace
    d = 3
    sys.settrace(None)
    return log, frame.f_trace


print(set_from_outside())
frame = sys._getframe()
print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
for name, value in (("f_trace_lines", 1), ("f_trace_opcodes", None), ("f_trace_lines", False)):
    try:
        setattr(frame, name, value)
        print(name, getattr(frame, name))
    except Exception as e:
        print(name, type(e).__name__, e)
for name in ("f_trace", "f_trace_lines", "f_trace_opcodes"):
    try:
        delattr(frame, name)
        print("deleted", name)
    except Exception as e:
        print(name, type(e).__name__, e)

# A trace function is not traced itself, unless it asks for it.
log = []


def inner():
    return 1


def asks(frame, event, arg):
    log.append((frame.f_code.co_name, event))
    if frame.f_code.co_name == "called" and event == "call":
        inner()
        sys.call_tracing(inner, ())
    return None


sys.settrace(asks)
called(None)
sys.settrace(None)
print(log)
for args in ((inner,), (inner, 5), (inner, (1, 2))):
    try:
        print(sys.call_tracing(*args))
    except Exception as e:
        print(type(e).__name__, e)

# Changes of variables by a trace function are seen by the program.
def changes(log, frame, event, arg):
    def local(frame, event, arg):
        if event == "line" and line_of(frame) == 2:
            frame.f_locals["a"] = "changed"
            frame.f_locals["extra"] = 5
        if event == "return":
            log.append((arg, frame.f_locals["extra"], sorted(frame.f_locals)))
        return local
    return local


run(changes)
