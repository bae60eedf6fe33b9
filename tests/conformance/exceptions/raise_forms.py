def attempt(function):
    try:
        function()
    except BaseException as error:
        print(type(error).__name__, error.args, str(error), repr(error))


def r(x):
    raise x


attempt(lambda: r(ValueError))
attempt(lambda: r(ValueError()))
attempt(lambda: r(ValueError("a")))
attempt(lambda: r(ValueError("a", 1)))
attempt(lambda: r("string"))
attempt(lambda: r(5))
attempt(lambda: r(int))
attempt(lambda: r(None))


class NotAnException:
    pass


class BadNew(Exception):
    def __new__(cls):
        return "not an exception"


class NeedsArgument(Exception):
    def __init__(self, required):
        super().__init__(required)


attempt(lambda: r(NotAnException()))
attempt(lambda: r(BadNew))
attempt(lambda: r(NeedsArgument))


def bare():
    raise


attempt(bare)


def cause(c):
    raise ValueError("x") from c


for c in (KeyError("k"), KeyError, None, "bad", 5):
    try:
        cause(c)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error, repr(error.__cause__), error.__suppress_context__)
