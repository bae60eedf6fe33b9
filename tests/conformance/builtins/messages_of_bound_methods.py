# A function that has its object names the class of that, a descriptor its own class.
import operator


class L(list):
    pass


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


bound = L().append
attempt(bound)
attempt(bound, x=1)
attempt(True.bit_length, 1)
attempt(lambda: True.bit_length(1))
attempt(lambda: L().append())
attempt(L.append)
attempt(L.append, L())
attempt(slice(1).__format__)
attempt(L.fromkeys if hasattr(L, "fromkeys") else dict.fromkeys)
for left in {}, range(3), L(), 1.5, None:
    attempt(operator.imul, left, "ab")
    attempt(operator.mul, left, "ab")
    attempt(operator.concat, left, [1])
    attempt(operator.concat, left, range(2))
for container in "abc", (1, 2), frozenset(), b"x", range(3), {}, None:
    attempt(operator.setitem, container, 10**20, 1)
    attempt(operator.delitem, container, 10**20)
    attempt(operator.setitem, container, 1, 1)
attempt(format, 1, None)
attempt(format, 1, 2)
attempt("a".maketrans, 1, 2)
attempt("a".maketrans, "a", "b", None)
attempt(memoryview(b"x").__exit__, a=1)
attempt(property().__set_name__, x=1)
attempt(L.__format__)
attempt(object.__format__, L, 1, 2)
print(type(iter("ab")).__name__, type(iter(type("Text", (str,), {})("ab"))).__name__)
