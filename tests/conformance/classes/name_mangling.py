class A:
    __private = 1
    __dunder__ = 2
    _single = 3

    def __method(self):
        return "A's"

    def call(self):
        return self.__method(), self.__private

    def local(self):
        __x = 5
        return sorted(locals()), [__y for __y in (1,)]

    class __Inner:
        pass


class B(A):
    __private = 10

    def __method(self):
        return "B's"


b = B()
print(b.call(), b._A__private, b._B__private, b.__dunder__, A._A__Inner.__name__, A().local())
print(sorted(n for n in vars(A) if "private" in n or "method" in n))
try:
    b.__private
except AttributeError as error:
    print(error)


class _Under:
    def __set(self): return "set"
    def get(self): return self._Under__set()


class __:
    def __x(self): return 1


print(_Under().get(), sorted(n for n in vars(__) if n.endswith("x")))
