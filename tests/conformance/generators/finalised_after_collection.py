# A suspended generator that nobody refers to any more is closed when a collection finds it.
import gc
import sys


def cleaning(name):
    try:
        yield name
        yield "not reached"
    except GeneratorExit:
        print("exit", name)
        raise
    finally:
        print("finally", name)


def outer(name):
    yield from cleaning(name)


def start(generator):
    print(next(generator))


def use(make, name):
    generator = make(name)
    start(generator)


use(cleaning, "plain")
gc.collect()
use(outer, "delegated")
gc.collect()


def never_started():
    cleaning("never started")


never_started()
gc.collect()


def failing():
    try:
        yield
    finally:
        raise KeyError("in finally")


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield "ignored"


def hook(unraisable):
    print(repr(unraisable.exc_value), unraisable.object)
    print(unraisable.err_msg.split(" at 0x")[0])


sys.unraisablehook = hook


def use_failing(function):
    start(function())


use_failing(failing)
gc.collect()
use_failing(stubborn)
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
