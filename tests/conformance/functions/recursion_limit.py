import sys


def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as error:
    print(type(error).__name__, str(error).startswith("maximum recursion depth exceeded"))


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(500))
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
try:
    count(500)
except RecursionError:
    print("limited")
sys.setrecursionlimit(old)
print(count(500), issubclass(RecursionError, RuntimeError))


class Loop:
    def __getattr__(self, name):
        return getattr(self, name)

    def __repr__(self):
        return repr(self)


for body in (lambda: Loop().x, lambda: repr(Loop())):
    try:
        body()
    except RecursionError as error:
        print("caught", type(error).__name__)
