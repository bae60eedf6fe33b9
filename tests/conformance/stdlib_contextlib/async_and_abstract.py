from contextlib import AbstractContextManager, AsyncExitStack, ContextDecorator, aclosing, asynccontextmanager


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


@asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("agen closed")


async def main():
    async with resource("r") as r:
        print(r)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(resource("s")))
        stack.callback(print, "sync callback")
    async with aclosing(agen()) as g:
        async for x in g:
            print(x)
            break
    try:
        async with resource("t"):
            raise ValueError("in body")
    except ValueError as error:
        return str(error)


print(run(main()))


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop", exc[0] and exc[0].__name__)


@Timer()
def work():
    return "worked"


print(work())


class Abstract(AbstractContextManager):
    def __exit__(self, *exc):
        return None


with Abstract() as a:
    print(type(a).__name__)
