# What goes wrong while throw() makes its exception is thrown into the generator instead.
class NoInstance(Exception):
    def __new__(cls, *args):
        return cls


class Failing(Exception):
    def __init__(self, *args):
        raise KeyError("in __init__")


def generator():
    try:
        yield 1
    except BaseException as error:
        print("inside", repr(error))
        yield 2


for cls in NoInstance, Failing:
    started = generator()
    next(started)
    print(started.throw(cls))
    print(list(started))

started = generator()
next(started)
try:
    started.throw(42)
except TypeError as error:
    print(error)
print(list(started))
