def g():
    yield 1
    return 5
a=g(); next(a)
try: a.__next__()
except StopIteration as e: print(repr(e))
a=g(); next(a)
try: type(a).__next__(a)
except StopIteration as e: print(repr(e))
a=g(); next(a); f=a.__next__
try: f()
except StopIteration as e: print(repr(e))


def h():
    x = yield 1
    print(x)


a = h()
print(type(a).__next__, type(a.__next__).__name__, a.__next__())
for args in (1,), (1, 2):
    try:
        a.__next__(*args)
    except TypeError as error:
        print(error)
try:
    a.__next__()
except StopIteration as error:
    print(repr(error))
