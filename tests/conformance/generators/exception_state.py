import sys


def g():
    try:
        raise ValueError("inside")
    except ValueError:
        yield sys.exception()
        yield sys.exception()
    yield sys.exception()


it = g()
print(repr(next(it)), sys.exception())
try:
    raise KeyError("outside")
except KeyError:
    print(repr(next(it)), repr(sys.exception()))
    print(repr(next(it)), repr(sys.exception()))


def raises_in_handler():
    try:
        yield
    except ValueError:
        yield "in handler"
        raise TypeError("second")


h = raises_in_handler()
next(h)
h.throw(ValueError("first"))
try:
    next(h)
except TypeError as error:
    print(repr(error), repr(error.__context__))


def context():
    yield 1
    raise RuntimeError("in generator")


c = context()
next(c)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        next(c)
except RuntimeError as error:
    print(repr(error.__context__))
