# anext(iterator, default) of iterators whose __anext__ is a coroutine, an asynchronous generator, or something else to await.
class Counts:
    def __init__(self, n):
        self.n = n
        self.given = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.given >= self.n:
            raise StopAsyncIteration
        self.given += 1
        return self.given


class Waits(Counts):
    async def __anext__(self):
        await Pause("waiting")
        return await super().__anext__()


class Awaitable:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from ()
        return self.value


class Coroutine:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        async def answer():
            return self.value

        return answer().__await__()


class Native(Counts):
    def __anext__(self):
        return Coroutine("through __await__")


class Empty(Counts):
    def __anext__(self):
        return Awaitable(1)


class Pause:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        got = yield self.what
        return got


async def agen():
    yield 1
    yield None
    yield 3


def drive(coroutine):
    sent = []
    try:
        while True:
            sent.append(coroutine.send(len(sent) or None))
    except StopIteration as e:
        return sent, e.value


async def three(it):
    results = []
    for _ in range(2):
        results += [await anext(it, "default"), await anext(it, "default")]
    return results


for make in (lambda: Counts(3), lambda: Waits(2), lambda: Native(1), lambda: Empty(1), agen):
    print(drive(three(make())))

for method in "send", "throw", "close":
    awaitable = anext(Waits(1), "default")
    try:
        print(awaitable.send(None), end=" ")
        print(getattr(awaitable, method)(*{"send": (5,), "throw": (ValueError("thrown"),), "close": ()}[method]))
    except (StopIteration, ValueError) as e:
        print(type(e).__name__, e.args)
awaitable = anext(Counts(0), "default")
try:
    next(awaitable)
except StopIteration as e:
    print(e.value)
