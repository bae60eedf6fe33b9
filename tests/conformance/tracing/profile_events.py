# What sys.setprofile tells: calls of Python and of native functions, and how they end.
import sys


def record(fn, *args):
    events = []

    def profiler(frame, event, arg):
        code = frame.f_code
        if code.co_filename != __file__ or code.co_name == "record":
            return
        if event.startswith("c_"):
            shown = f" {arg.__qualname__}"
        elif event == "return":
            shown = f" {arg!r}" if not "object" in repr(arg) else " object"
        else:
            shown = ""
        events.append(f"{code.co_name} {event}{shown}")
        return "ignored"

    sys.setprofile(profiler)
    try:
        fn(*args)
    except Exception as e:
        events.append(f"raised {e!r}")
    finally:
        sys.setprofile(None)
    print(fn.__name__)
    for event in events:
        print("   ", event)


def natives():
    items = [3, 1]
    items.append(2)
    items.sort(key=negative)
    len(items)
    str.upper("a")
    "a".join(["b"])
    print_nothing(*items)
    dict(a=1)
    int("7")
    try:
        int("x")
    except ValueError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    try:
        items.index(9)
    except ValueError:
        pass


def negative(x):
    return -x


def print_nothing(*args):
    return None


class Base:
    def __init__(self, v):
        self.v = v

    def method(self):
        return self.v

    @property
    def prop(self):
        return self.v

    @staticmethod
    def static():
        return 1

    @classmethod
    def cls(cls):
        return cls.__name__

    def __add__(self, other):
        return 5


class Derived(Base):
    def __init__(self, v):
        super().__init__(v)

    def method(self):
        return super().method()


def objects():
    d = Derived(3)
    d.method()
    d.prop
    d.static()
    Derived.cls()
    d + d
    f = d.method
    f()
    getattr(d, "prop")


def keywords():
    sorted([2, 1], key=negative)
    sorted([2, 1], reverse=True)
    negative(x=1)
    print_nothing(*[1], **{})


def generator():
    yield 1
    yield 2


def generators():
    for _ in generator():
        pass
    list(generator())
    g = generator()
    next(g)
    try:
        g.throw(KeyError)
    except KeyError:
        pass


def raises():
    def inner():
        raise KeyError("k")

    try:
        inner()
    except KeyError:
        pass
    inner()


for fn in (natives, objects, keywords, generators, raises):
    record(fn)
print(sys.getprofile())


def failing(frame, event, arg):
    raise ZeroDivisionError("in the profiler")


def called():
    pass


sys.setprofile(failing)
try:
    called()
except ZeroDivisionError as e:
    print(e, sys.getprofile())
