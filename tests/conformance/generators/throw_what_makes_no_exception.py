import warnings


class Itself(Exception):
    """Calling it answers the class."""

    def __new__(cls, *args):
        return cls


class Nothing(Exception):
    def __new__(cls, *args):
        return None


class Failing(Exception):
    def __new__(cls, *args):
        raise LookupError("failed")


def fresh():
    yield


def catching():
    try:
        yield 1
    except (TypeError, LookupError) as error:
        print("inside:", type(error).__name__, error)
    yield 2


async def coroutine():
    pass


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print("outside:", type(error).__name__, error)


warnings.simplefilter("ignore")
for cls in (Itself, Nothing, Failing):
    generator = fresh()
    attempt(generator.throw, cls)
    # It is over: the exception was raised inside.
    attempt(next, generator)
    for args in ((cls,), (cls, 5), (cls, (1, 2)), (cls, None)):
        generator = catching()
        next(generator)
        attempt(generator.throw, *args)
    attempt(coroutine().throw, cls)
    generator = catching()
    next(generator)
    attempt(generator.throw, cls, None, 5)
    attempt(next, generator)
    try:
        raise cls
    except BaseException as error:
        print("raise:", type(error).__name__, error)
