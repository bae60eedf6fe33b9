# The method that an object lacks to be a context manager is named.
class Enter:
    def __enter__(self):
        pass


class Exit:
    def __exit__(self, *args):
        pass


class AsyncEnter:
    async def __aenter__(self):
        pass


class AsyncExit:
    async def __aexit__(self, *args):
        pass


class Both(AsyncEnter, AsyncExit):
    pass


class Sync(Enter, Exit):
    pass


async def enter(manager):
    async with manager:
        pass


for cls in Enter, Exit, AsyncEnter, AsyncExit, Both, Sync, int:
    try:
        with cls():
            print("entered", cls.__name__)
    except TypeError as error:
        print(error)
    try:
        enter(cls()).send(None)
    except StopIteration:
        print("entered", cls.__name__)
    except TypeError as error:
        print(error)
