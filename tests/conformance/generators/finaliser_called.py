# `__del__` of generators and coroutines does what happens when nobody refers to them any more.
import sys
import warnings

sys.unraisablehook = lambda hook: print("unraisable", type(hook.exc_value).__name__, hook.exc_value, type(hook.object).__name__)


def generator():
    try:
        yield 1
    finally:
        print("end")


async def coroutine():
    pass


async def asynchronous():
    try:
        yield 1
    finally:
        print("end")


for make in (generator, coroutine, asynchronous):
    cls = type(made := make())
    print(cls.__del__, "__del__" in vars(cls))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(made.__del__())
        made.close() if make is coroutine else None
    print([str(warning.message) for warning in caught])

started = generator()
next(started)
print(started.__del__(), started.gi_frame, list(started))
fresh = generator()
print(fresh.__del__(), fresh.gi_frame, list(fresh), fresh.__del__())


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield 5


def failing():
    try:
        yield
    finally:
        raise ValueError("in the end")


def running():
    current.__del__()
    yield 1


for make in (stubborn, failing):
    current = make()
    next(current)
    print(current.__del__())
current = running()
print(next(current))
current = asynchronous()
sys.set_asyncgen_hooks(finalizer=lambda gen: print("finalizer", gen is current))
current = asynchronous()
try:
    current.asend(None).send(None)
except StopIteration as stop:
    print(stop.value)
print(current.__del__())
try:
    current.aclose().send(None)
except StopIteration:
    print(current.__del__())
