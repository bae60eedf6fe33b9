def leaks():
    yield 1
    next(iter([]))


def explicit():
    yield 1
    raise StopIteration("explicit")


for g in (leaks(), explicit()):
    try:
        print(list(g))
    except RuntimeError as error:
        print(error, repr(error.__cause__), error.__suppress_context__)


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("value from class")


def delegate():
    return (yield from It())


try:
    next(delegate())
except StopIteration as stop:
    print(stop.value)
print(list(It()))
gen = (next(iter([])) for _ in range(3))
try:
    list(gen)
except RuntimeError as error:
    print(error)
s = StopIteration(1, 2)
print(s.value, s.args, StopIteration().value, repr(StopIteration((1, 2)).value))
