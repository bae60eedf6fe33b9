# New in 3.14: modules in names of classes
# Since 3.14 some messages name a class with its module.
import time


class P:
    __module__ = "mod"


class Outer:
    class Inner:
        pass


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


async def enter(manager):
    async with manager:
        pass


def plain(manager):
    with manager:
        pass


for value in [P(), Outer.Inner(), 5, None, "text"]:
    attempt(lambda: complex(value, 0) if value == 5 else complex(value))
    attempt(lambda: complex(1, value))
    attempt(lambda: complex(real=value))
    attempt(lambda: str(b"", value))
    attempt(lambda: str(b"", "ascii", value))
    attempt(lambda: bytes.fromhex(value))
    attempt(lambda: "%c" % (value,))
    attempt(lambda: b"%c" % (value,))
    attempt(lambda: time.sleep(value) if value != 5 else "slept")
    attempt(lambda: plain(value))
    attempt(lambda: enter(value).send(None))
    P.__enter__ = P.__aenter__ = lambda self: 1
