def g1():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


def g2():
    try:
        yield 1
    except GeneratorExit:
        print("caught GeneratorExit")
        raise


def g3():
    try:
        yield 1
    except GeneratorExit:
        yield "ignoring"


def g4():
    try:
        yield 1
    except GeneratorExit:
        return "returned value"


def g5():
    try:
        yield 1
    finally:
        raise ValueError("in cleanup")


g = g1()
next(g)
print(g.close(), g.close(), next(g, "closed"))
g = g1()
print(g.close(), list(g))
g = g2()
next(g)
g.close()
g = g3()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
g = g4()
next(g)
print(g.close())
g = g5()
next(g)
try:
    g.close()
except ValueError as error:
    print(error, repr(error.__context__))
g = g1()
list(g)
print(g.close())
