# sys.setrecursionlimit() refuses a limit that the program has reached already.
import sys

before = sys.getrecursionlimit()


def lowest():
    limit = 1
    message = None
    while True:
        try:
            sys.setrecursionlimit(limit)
        except RecursionError as error:
            message = str(error)
            limit += 1
        else:
            sys.setrecursionlimit(before)
            return limit, message


def at(depth, function):
    return at(depth - 1, function) if depth > 0 else function()


limit, message = lowest()
print(at(0, lowest)[0] - limit, at(10, lowest)[0] - limit, at(100, lowest)[0] - limit)
print(message == f"cannot set the recursion limit to {limit - 1} at the recursion depth {limit - 1}: the limit is too low")

deepest = 0


def recurse(depth):
    global deepest
    deepest = depth
    recurse(depth + 1)


sys.setrecursionlimit(limit + 20)
try:
    recurse(1)
except RecursionError:
    pass
finally:
    sys.setrecursionlimit(before)
print(deepest)
