# What sys.settrace tells of each kind of statement: event, function, line relative to its function.
import sys


def record(fn, *args):
    events = []

    def tracer(frame, event, arg):
        code = frame.f_code
        if code.co_filename == __file__ and code.co_name != "record":
            shown = ""
            if event == "return":
                shown = f" {getattr(arg, '__name__', arg)!r}"
            elif event == "exception":
                shown = f" {arg[0].__name__}({arg[1]}) {arg[2] is not None}"
            events.append(f"{code.co_name} {event} {frame.f_lineno - code.co_firstlineno}{shown}")
        return tracer

    sys.settrace(tracer)
    try:
        fn(*args)
    except Exception as e:
        events.append(f"raised {e!r}")
    finally:
        sys.settrace(None)
    print(fn.__name__, args)
    for event in events:
        print("   ", event)


def branches(n):
    if n > 1:
        a = 1
    elif n == 1:
        a = 2
    else:
        a = 3
    return (a if n
            else -a)


def loops(n):
    total = 0
    for i in range(n):
        if i == 1:
            continue
        total += i
    else:
        total += 10
    while total > 9:
        total -= 1
    while total > 8: total -= 1
    while True:
        break
    return total


def one_line(): return 5


def tries(how):
    try:
        if how == 1:
            1 / 0
        elif how == 2:
            raise KeyError("k")
        elif how == 3:
            return "early"
    except ZeroDivisionError as e:
        result = "zero"
    except KeyError:
        raise
    else:
        result = "none"
    finally:
        done = True
    return result


class Manager:
    __repr__ = lambda self: "manager"

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return exc[0] is ValueError


def withs(kind):
    with Manager() as a, \
            Manager():
        if kind is not None:
            raise kind("x")
    return a is not None


def comprehensions(n):
    squares = [i * i
               for i in range(n)
               if i != 1]
    pairs = {i: j for i in range(1) for j in range(2)}
    return sum(x for x in squares), pairs


def matches(v):
    match v:
        case [a, b]:
            return a
        case {"k": k}:
            return k
        case str():
            pass
    return None


def nested():
    def inner(x):
        return x + 1

    class Local:
        attribute = inner(1)

        def method(self):
            return self.attribute

    return Local().method()


def multi_line_call():
    return max(
        1,
        2,
        one_line(),
    )


def decorated():
    def plain(f):
        return f

    @plain
    @plain
    def g(a=1,
          b=2):
        return a

    return g()


def deletes():
    x = [1, 2]
    del x[0]
    assert x, "m"
    global some_global
    some_global = 1
    del some_global
    pass
    lambda: 0
    try:
        assert not x, "m"
    except AssertionError:
        pass


def handled_in_caller():
    try:
        tries(2)
    except KeyError:
        return 1


record(branches, 2)
record(branches, 1)
record(branches, 0)
record(loops, 3)
record(one_line)
for how in range(4):
    record(tries, how)
record(withs, None)
record(withs, ValueError)
record(withs, TypeError)
record(comprehensions, 3)
record(matches, [1, 2])
record(matches, {"k": 2})
record(matches, "s")
record(nested)
record(multi_line_call)
record(decorated)
record(deletes)
record(handled_in_caller)
