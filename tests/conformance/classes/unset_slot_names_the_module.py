# Reading a slot that is not set says the class's full name, with its module.
class Point:
    __module__ = "geometry"
    __slots__ = ("x",)

    class Inner:
        __slots__ = ("y",)


class Plain:
    __slots__ = ("x",)


class Sub(Point):
    __module__ = "other"


for obj, name in (Point(), "x"), (Point.Inner(), "y"), (Plain(), "x"), (Sub(), "x"):
    for access in getattr, delattr:
        try:
            access(obj, name)
        except AttributeError as error:
            print(access.__name__, error, error.name, type(error.obj).__name__)
    try:
        type(obj).__dict__.get(name, Point.__dict__["x"]).__get__(obj)
    except AttributeError as error:
        print(error, error.name)


def hot(objects):
    for obj in objects:
        try:
            obj.x
        except AttributeError as error:
            last = str(error)
    return last


print(hot([Point()] * 50), hot([Plain()] * 50))
