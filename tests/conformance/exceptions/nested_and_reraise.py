def reraise():
    try:
        raise ValueError("original")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


def helper():
    raise


def indirect():
    try:
        raise ValueError("from indirect")
    except ValueError:
        helper()


for f in (reraise, indirect, helper):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
import sys


def levels():
    print(sys.exception())
    try:
        raise ValueError(1)
    except ValueError:
        print(repr(sys.exception()))
        try:
            raise KeyError(2)
        except KeyError:
            print(repr(sys.exception()), sys.exc_info()[0].__name__)
        print(repr(sys.exception()))
    print(sys.exception(), sys.exc_info())


levels()


def returning():
    for i in range(3):
        try:
            try:
                raise ValueError(i)
            finally:
                print("finally", i)
        except ValueError as error:
            if i == 2:
                return error
            continue
        finally:
            print("outer finally", i)


print(repr(returning()))
