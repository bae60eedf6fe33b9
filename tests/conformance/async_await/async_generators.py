async def countdown(n):
    try:
        while n:
            received = yield n
            if received:
                print("received", received)
            n -= 1
    finally:
        print("cleanup")


def run(awaitable):
    try:
        iterator = awaitable.__await__()
        while True:
            next(iterator)
    except StopIteration as stop:
        return stop.value


async def main():
    print([x async for x in countdown(3)])
    g = countdown(3)
    print(type(g).__name__, await g.asend(None), await g.asend("hello"), await g.__anext__())
    await g.aclose()
    g = countdown(2)
    await anext(g)
    try:
        await g.athrow(ValueError("thrown"))
    except ValueError as error:
        print(error)
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("finished")
    async for x in countdown(2):
        print("item", x)
    expression = (x * 2 async for x in countdown(2))
    print(type(expression).__name__, [y async for y in expression])

    async def inner():
        yield 1
        raise StopAsyncIteration

    try:
        async for _ in inner():
            pass
    except RuntimeError as error:
        print(error)


run(main())
g = countdown(1)
print(g.__name__, g.ag_running, g.ag_await)
for case in ("iter(g)", "next(g)", "g.send(None)", "list(g)"):
    try:
        eval(case)
    except (TypeError, AttributeError) as error:
        print(error)
