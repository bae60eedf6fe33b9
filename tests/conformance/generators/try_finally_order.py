def g():
    try:
        try:
            yield 1
        finally:
            print("inner finally")
            yield "from finally"
        print("after inner")
    except KeyError as error:
        print("caught", repr(error))
        yield "handled"
    else:
        print("else")
    finally:
        print("outer finally")
    yield "end"


print(list(g()))
a = g()
next(a)
print(a.throw(KeyError("k")), next(a), next(a), next(a, "done"))
b = g()
next(b)
next(b)
try:
    b.close()
except RuntimeError as error:
    print(error)


def loops():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            yield i
        finally:
            yield f"finally {i}"


print(list(loops()))


def returns():
    try:
        yield 1
        return "from try"
    finally:
        print("on return")


def delegated():
    print((yield from returns()))


print(list(delegated()))
