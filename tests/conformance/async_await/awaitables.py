# New in 3.14: messages
import types


class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        received = yield self.value
        return received


@types.coroutine
def old_style(n):
    got = yield n
    return got


async def main():
    a = await Suspend("one")
    print("a", a)
    b = await old_style("two")
    print("b", b)
    c = [await Suspend(i) for i in range(2)]
    print("c", c)
    return a, b, c


def drive(coroutine, replies):
    yielded = []
    try:
        yielded.append(coroutine.send(None))
        for reply in replies:
            yielded.append(coroutine.send(reply))
    except StopIteration as stop:
        return yielded, stop.value


print(drive(main(), ["A", "B", "C", "D"]))


async def bad(value):
    await value


class BadAwait:
    def __await__(self):
        return 5


class NotIter:
    def __await__(self):
        return [1]


class NoneAwait:
    __await__ = None


for value in (5, None, "abc", [1], BadAwait(), NotIter(), (x for x in "a"), NoneAwait()):
    c = bad(value)
    try:
        c.send(None)
    except TypeError as error:
        print(error)
