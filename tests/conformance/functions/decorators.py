import functools


def trace(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("->", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("<-", result)
        return result

    return wrapper


def repeat(times):
    print("repeat factory")

    def decorate(function):
        print("decorating", function.__name__)
        return lambda *a: [function(*a) for _ in range(times)]

    return decorate


@trace
@repeat(2)
def double(x):
    """Doubles."""
    return x * 2


print(double(4))


@trace
def greet(name, greeting="hi"):
    "Greets."
    return f"{greeting} {name}"


greet("bo", greeting="yo")
print(greet.__name__, greet.__doc__, greet.__wrapped__("x"))
registry = {}


def register(key):
    return lambda f: registry.setdefault(key, f)


@register("a")
def handler(): return "handled"


@(lambda f: 42)
def gone(): pass


@str
@type
class Anything: pass


print(registry["a"](), gone, Anything, [d := [len]][0][0]("abc"))


@[trace, print][0]
def listed(): return 1


listed()
