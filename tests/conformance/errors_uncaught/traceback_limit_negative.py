# sys.tracebacklimit may be any int: a negative one leaves the traceback out.
import sys


def f():
    1 / 0


sys.tracebacklimit = 1 << 1000
try:
    f()
except ZeroDivisionError as error:
    sys.__excepthook__(type(error), error, error.__traceback__)
sys.tracebacklimit = -1 << 1000
f()
