import sys


def inner():
    frame = sys._getframe()
    names = []
    while frame:
        names.append((frame.f_code.co_name, frame.f_lineno))
        if frame.f_code.co_name == "<module>":
            break
        frame = frame.f_back
    return names


def outer():
    local = 5
    return inner()


print(outer())


def look():
    caller = sys._getframe(1)
    return caller.f_locals["secret"], caller.f_code.co_name, caller.f_globals is globals()


def has_secret():
    secret = "found"
    return look()


print(has_secret())


def write_back():
    x = 1
    f = sys._getframe()
    f.f_locals["x"] = 99
    f.f_locals["new"] = 5
    return x, f.f_locals["new"], "new" in locals()


print(write_back())
try:
    sys._getframe(10000)
except ValueError as error:
    print(error)
print(sys._getframe().f_code.co_name, sys._getframe().f_builtins["len"] is len, sys._getframe(0).f_trace)
