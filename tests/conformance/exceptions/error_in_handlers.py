class Weird(Exception):
    def __str__(self):
        raise RuntimeError("str failed")


try:
    raise Weird("x")
except Weird as error:
    try:
        str(error)
    except RuntimeError as inner:
        print(inner, "|", repr(inner.__context__))


class BadInit(Exception):
    def __init__(self):
        1 / 0


try:
    raise BadInit
except ZeroDivisionError as error:
    print(error, error.__context__)


class BadCheck(type):
    def __instancecheck__(cls, instance):
        print("never asked")
        return True


class Meta(Exception, metaclass=BadCheck):
    pass


try:
    try:
        raise ValueError("v")
    except Meta:
        print("wrong")
except ValueError as error:
    print("not matched by __instancecheck__:", error)


def cleanup_order():
    try:
        try:
            print("body")
            raise ValueError
        finally:
            print("first cleanup")
            [].pop()
    except IndexError as error:
        print(error, "|", repr(error.__context__))
    finally:
        print("second cleanup")


cleanup_order()
