class NoArgs:
    pass


class Few:
    __match_args__ = ("a",)
    a = 1


class BadArgs:
    __match_args__ = ["a"]
    a = 1


class BadName:
    __match_args__ = (5,)


def attempt(body):
    try:
        print(body())
    except TypeError as error:
        print(error)


def f1():
    match NoArgs():
        case NoArgs(x): return x


def f2():
    match Few():
        case Few(x, y): return x


def f3():
    match BadArgs():
        case BadArgs(x): return x


def f4():
    match BadName():
        case BadName(x): return x


def f5():
    match 5:
        case NotClass(): return 1


def f6():
    match Few():
        case Few(1, a=1): return "dup"


def f7():
    match 5:
        case int(a, b): return 1


def f8():
    match 5:
        case int(real=r, imag=0): return r


def f9():
    match Few():
        case Few(b=5): return "never"
        case Few(a=1): return "matched by keyword"


NotClass = 5
for body in (f1, f2, f3, f4, f5, f6, f7, f8, f9):
    attempt(body)
