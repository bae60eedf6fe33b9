# New in 3.14: messages
class Resource:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("enter", self.name)
        return self.name

    async def __aexit__(self, kind, value, tb):
        print("exit", self.name, repr(value))
        return self.swallow


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def main():
    async with Resource("a") as a, Resource("b") as b:
        print(a, b)
    async with Resource("c", True):
        raise ValueError("swallowed")
    try:
        async with (Resource("d"), Resource("e") as e):
            return "returned"
    finally:
        print("main finally")


print(run(main()))


class OnlySync:
    def __enter__(self): ...
    def __exit__(self, *a): ...


async def wrong(value):
    async with value:
        pass


async def sync_with(value):
    with value:
        pass


for c in (wrong(OnlySync()), wrong(5), sync_with(Resource("x"))):
    try:
        run(c)
    except TypeError as error:
        print(error)
