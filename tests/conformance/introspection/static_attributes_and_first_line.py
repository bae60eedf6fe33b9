class A:
    def __init__(self):
        self.a = 1
        self.b, self.c = 2, 3

    def other(self):
        self.d = 4
        for self.e in range(2):
            pass

    @staticmethod
    def static(obj):
        obj.never = 1


@str
class Decorated:
    pass


class B(A):
    def __init__(this):
        this.x = 1


print(sorted(A.__static_attributes__), A.__firstlineno__, B.__static_attributes__, B.__firstlineno__)


def f():
    class Local: pass
    return Local


print(f().__qualname__, f().__firstlineno__, f.__code__.co_firstlineno)
