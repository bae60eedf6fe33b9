class Singleton:
    instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, *args):
        print("init", args)


print(Singleton(1) is Singleton(2))


class Other:
    def __new__(cls):
        return "not an instance"

    def __init__(self):
        print("never called")


print(Other())


class Tup(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)


print(Tup(1, 2), type(Tup(1, 2)).__name__)


class BadInit:
    def __init__(self):
        return 5


class NoArgs:
    pass


class OnlyNew:
    def __new__(cls, a):
        return super().__new__(cls)


class OnlyInit:
    def __init__(self, a):
        pass


class Wrong:
    def __new__(cls, a):
        return object.__new__(cls, a)


for case in ("BadInit()", "NoArgs(1)", "NoArgs(x=1)", "OnlyNew(1)", "OnlyNew()", "OnlyInit()", "OnlyInit(1, 2)", "Wrong(1)", "object.__new__(5)", "object.__new__(int)", "int.__new__(str)", "object.__new__()", "object.__init__()"):
    try:
        print(case, type(eval(case)).__name__)
    except TypeError as error:
        print(case, "->", error)
