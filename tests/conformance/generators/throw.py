def resilient():
    while True:
        try:
            value = yield "ready"
            print("got", value)
        except ValueError as error:
            print("handled", error)
            yield "recovered"
        finally:
            print("finally")


g = resilient()
print(next(g), g.throw(ValueError("oops")), next(g))
try:
    g.throw(KeyError("fatal"))
except KeyError as error:
    print("escaped", error)
print(next(g, "finished"))


def simple():
    yield 1


g = simple()
try:
    g.throw(ValueError("before start"))
except ValueError as error:
    print(error)
print(list(g))
g = simple()
list(g)
try:
    g.throw(ValueError("after end"))
except ValueError as error:
    print(error)
g = simple()
next(g)
for bad in (5, "text", int, ValueError("ok"), ValueError):
    try:
        simple().throw(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def converts():
    try:
        yield
    except ValueError:
        raise TypeError("converted")


g = converts()
next(g)
try:
    g.throw(ValueError("original"))
except TypeError as error:
    print(error, "|", repr(error.__context__))


def returns():
    try:
        yield
    except ValueError:
        return "returned"


g = returns()
next(g)
try:
    g.throw(ValueError())
except StopIteration as stop:
    print(stop.value)
