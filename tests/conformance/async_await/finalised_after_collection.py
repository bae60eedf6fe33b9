# Coroutines that were never awaited are reported, and asynchronous generators handed to the hook, when they are collected.
import gc
import sys
import warnings


async def coroutine():
    print("not reached")


async def suspended():
    try:
        await Pause()
    finally:
        print("cleaned up")


class Pause:
    def __await__(self):
        yield "paused"


def drop():
    waiting = coroutine()
    print(waiting.cr_frame is not None)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    drop()
    gc.collect()
for warning in caught:
    print(warning.category.__name__, warning.message)


def start():
    waiting = suspended()
    print(waiting.send(None))


start()
gc.collect()


async def numbers():
    try:
        yield 1
    finally:
        print("numbers ended")


def finalizer(generator):
    print("finalizer", generator.__name__)
    try:
        generator.aclose().send(None)
    except StopIteration:
        print("closed")


sys.set_asyncgen_hooks(finalizer=finalizer)


def iterate():
    generator = numbers()
    try:
        generator.__anext__().send(None)
    except StopIteration as stop:
        print(stop.value)


iterate()
gc.collect()
