# New in 3.14: messages
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Box:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        yield from self.items

    def __reversed__(self):
        return iter(("reversed", *self.items))

    def __length_hint__(self):
        return 10


print(list(Countdown(3)), sum(Countdown(5)), tuple(Box(1, 2)), 2 in Box(1, 2), list(reversed(Box(1))), [a + b for a, b in zip(Box(1, 2), Countdown(2))])
a, b = Box("x", "y")
print(a, b, *Box(7, 8), dict([Box("k", "v")]), sorted(Box(3, 1, 2)), set(Box(1, 1)), "".join(Box("a", "b")), max(Box(4, 9)), [*Box(), 1])
it = iter(Box(1))
print(next(it), next(it, "default"))
try:
    next(it)
except StopIteration as error:
    print("StopIteration", error.value)


class BadIter:
    def __iter__(self):
        return 5


class NoneIter:
    __iter__ = None


class BadNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("from next")


for case in (lambda: iter(BadIter()), lambda: list(NoneIter()), lambda: list(BadNext()), lambda: 1 in NoneIter(), lambda: [x for x in 5], lambda: list(None), lambda: (lambda *a: a)(*BadNext())):
    try:
        case()
    except Exception as error:
        print(type(error).__name__, error)
values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)))
