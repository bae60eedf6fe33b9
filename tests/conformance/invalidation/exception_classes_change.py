# What `except` names is looked up each time: rebound, a tuple, not a class.
class A(Exception): pass
class B(A): pass


wanted = A


def attempt():
    try:
        raise B("b")
    except wanted:
        return "caught"


def loop():
    global wanted
    out = []
    for i in range(160):
        if i == 40: wanted = (KeyError, A)
        if i == 80: wanted = KeyError
        if i == 120: wanted = "not a class"
        try:
            value = attempt()
        except B:
            value = "passed"
        except TypeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop())
B.__bases__ = (KeyError,) if False else (A,)
print(attempt.__name__)
