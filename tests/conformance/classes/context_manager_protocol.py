# New in 3.14: messages
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value, traceback is not None)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print("body", a, b)
with Manager("c", swallow=True):
    raise ValueError("swallowed")
try:
    with Manager("d"), Manager("e", swallow=True) as e:
        raise KeyError("k")
    print("after")
    with Manager("f"):
        raise TypeError("t")
except TypeError as error:
    print("caught", error)


class NoExit:
    def __enter__(self): pass


class OnInstance:
    def __init__(self):
        self.__enter__ = self.__exit__ = lambda *a: None


for value in (5, NoExit(), OnInstance()):
    try:
        with value:
            print("never")
    except TypeError as error:
        print(error)
