def f(x):
    return x + 1


def run(n):
    total = 0
    for i in range(n):
        total += f(i)
    return total


print(run(500))


def f(x):
    return x * 2


print(run(500))
f = abs
print(run(500))
f = str
try:
    run(3)
except TypeError as error:
    print(error)
f = lambda x, y=5: y
print(run(500))


class F:
    def __call__(self, x):
        return 1


f = F()
print(run(500))
f.__class__.__call__ = lambda self, x: 2
print(run(500))
f = int
print(run(10))
