class Counter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def main():
    out = []
    async for x in Counter(5):
        if x == 3:
            continue
        if x == 1:
            break
        out.append(x)
    else:
        print("no else after break")
    async for x in Counter(1):
        pass
    else:
        print("else")
    print(out, [x async for x in Counter(3)], {x async for x in Counter(2)}, {x: 1 async for x in Counter(2) if x}, [y async for y in (z async for z in Counter(2))])
    print([await anext(Counter(1)), await anext(Counter(0), "default")], [(a, b) async for a in Counter(2) for b in "xy"])


run(main())


class BadIter:
    def __aiter__(self):
        return 5


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def loop(it):
    async for x in it:
        pass


for value in (5, [1], BadIter(), BadNext()):
    try:
        run(loop(value))
    except TypeError as error:
        print(error)
try:
    aiter([])
except TypeError as error:
    print(error)
