def inner():
    try:
        received = yield "inner 1"
        print("inner got", received)
        yield "inner 2"
    except ValueError as error:
        print("inner caught", error)
        yield "inner recovered"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [1, 2]
    yield from "ab"
    yield from range(2)
    return "outer result"


print(list(outer()))
g = outer()
print(next(g), g.send("hello"), g.gi_yieldfrom.__name__)
print(g.throw(ValueError("thrown")), next(g))
g.close()
g = outer()
next(g)
g.close()


def flatten(x):
    for item in x:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4, []]], 5]])))


def delegating_to_list():
    try:
        yield from [1, 2]
    except ValueError:
        yield "caught outside"


g = delegating_to_list()
next(g)
print(g.throw(ValueError()))
g = delegating_to_list()
next(g)
try:
    g.send("value")
except AttributeError as error:
    print(error)


def bad():
    yield from 5


try:
    list(bad())
except TypeError as error:
    print(error)


def returns_immediately():
    return 5
    yield


def uses():
    x = yield from returns_immediately()
    yield x


print(list(uses()), list((yield_value for yield_value in uses())))
