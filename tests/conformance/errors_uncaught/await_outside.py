async def work():
    return 1


def f():
    return await work()
