import sys
import traceback


def inner():
    local = "value"
    raise ValueError("deep")


def outer():
    inner()


try:
    outer()
except ValueError as error:
    tb = error.__traceback__
    frames = []
    while tb:
        frames.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno, sorted(k for k in tb.tb_frame.f_locals if k == "local")))
        tb = tb.tb_next
    print(frames)
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(error.__traceback__)])
    print(traceback.format_exception_only(error), error.with_traceback(None).__traceback__)
try:
    raise error if False else KeyError("x")
except KeyError as e:
    print(sys.exc_info()[2] is e.__traceback__, e.__traceback__.tb_next, type(e.__traceback__).__name__)
new = ValueError()
print(new.__traceback__, new.__context__, new.__cause__)
try:
    new.__traceback__ = 5
except TypeError as error:
    print(error)
try:
    new.__cause__ = 5
except TypeError as error:
    print(error)
