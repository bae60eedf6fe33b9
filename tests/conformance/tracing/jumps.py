# Setting frame.f_lineno in a trace function: where the program goes on, and what is refused.
import sys
import warnings

warnings.simplefilter("ignore")


def jump(fn, start, target, event="line", times=1, *args):
    left = times
    message = None

    def tracer(frame, what, arg):
        nonlocal left, message
        code = frame.f_code
        if code is not fn.__code__ and code not in fn.__code__.co_consts:
            return None
        if left and what == event and frame.f_lineno == code.co_firstlineno + start:
            left -= 1
            try:
                frame.f_lineno = code.co_firstlineno + target
            except Exception as e:
                message = f"{type(e).__name__}: {e}"
        return tracer

    output = []
    sys.settrace(tracer)
    try:
        result = fn(output, *args)
    except Exception as e:
        result = f"raised {type(e).__name__} {e}"
    finally:
        sys.settrace(None)
    print(fn.__name__, start, "->", target, event, output, result, message or "")


def straight(output):
    output.append(1)
    output.append(2)
    output.append(3)


def loop(output):
    for i in 1, 2, 3:
        output.append(i)
        output.append(-i)
    output.append("after")


def while_loop(output):
    i = 0
    while i < 3:
        i += 1
        output.append(i)
    output.append("after")


def tries(output):
    try:
        output.append("body")
        1 / 0
    except ZeroDivisionError:
        output.append("handler")
        output.append("more")
    else:
        output.append("else")
    finally:
        output.append("finally")
    output.append("after")


class Manager:
    def __init__(self, output):
        self.output = output

    def __enter__(self):
        self.output.append("enter")

    def __exit__(self, *exc):
        self.output.append("exit")


def withs(output):
    output.append("before")
    with Manager(output):
        output.append("in")
        output.append("in 2")
    output.append("after")


def unbound(output):
    output.append(0)
    x = 1
    output.append(x)


def generator(output):
    def inner():
        output.append("a")
        yield 1
        output.append("b")
        yield 2
        output.append("c")

    for v in inner():
        output.append(v)


def nested_loops(output):
    for i in 1, 2:
        for j in 3, 4:
            output.append((i, j))
        output.append(i)
    output.append("end")


jump(straight, 1, 3)
jump(straight, 3, 1)
jump(straight, 2, 2)
jump(straight, 1, 10)
jump(straight, 1, -5)
jump(straight, 0, 2, "call")
jump(straight, 3, 1, "return")
jump(loop, 2, 3)
jump(loop, 2, 1)
jump(loop, 2, 4)
jump(loop, 1, 4)
jump(loop, 4, 2)
jump(loop, 4, 1)
jump(loop, 1, 2)
jump(while_loop, 5, 2, "line", 1)
jump(while_loop, 1, 4)
jump(while_loop, 5, 3)
jump(tries, 2, 3)
jump(tries, 2, 8)
jump(tries, 2, 10)
jump(tries, 2, 11)
jump(tries, 5, 6)
jump(tries, 5, 10)
jump(tries, 6, 2)
jump(tries, 2, 5)
jump(tries, 11, 1)
jump(tries, 3, 5, "exception")
jump(withs, 1, 4)
jump(withs, 1, 3)
jump(withs, 3, 4)
jump(withs, 3, 5)
jump(withs, 4, 3)
jump(withs, 5, 3)
jump(withs, 2, 5)
jump(unbound, 1, 3)
jump(generator, 2, 4)
jump(generator, 1, 3)
jump(generator, 4, 2)
jump(nested_loops, 3, 4)
jump(nested_loops, 3, 5)
jump(nested_loops, 5, 3)
jump(nested_loops, 3, 1)
jump(nested_loops, 1, 3)

frame = sys._getframe()
for value in (1, "x", True, 10**30, None):
    try:
        frame.f_lineno = value
    except Exception as e:
        print(type(e).__name__, e)
try:
    del frame.f_lineno
except Exception as e:
    print(type(e).__name__, e)
warnings.simplefilter("error")
jump(unbound, 1, 3)
