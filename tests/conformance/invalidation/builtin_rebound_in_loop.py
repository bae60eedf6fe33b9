# A built-in function is replaced while a loop calls it.
import builtins


def loop():
    total = 0
    for i in range(100):
        if i == 50:
            builtins.abs = lambda x: 1000
        total += abs(-1)
    return total


original = abs
print(loop())
builtins.abs = original
print(loop())
builtins.abs = original
del builtins.abs
try:
    print(loop())
except NameError as error:
    print(error)
builtins.abs = original
print(abs(-3))
