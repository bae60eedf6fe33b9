async def add(a, b):
    print("running")
    return a + b


async def main():
    x = await add(1, 2)
    y = await add(x, 10)
    return x * y


c = add(1, 2)
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_await)
try:
    c.send(None)
except StopIteration as stop:
    print("result", stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


print(run(main()))


async def raises():
    raise ValueError("inside")


async def catches():
    try:
        await raises()
    except ValueError as error:
        return f"caught {error}"


print(run(catches()))
try:
    run(raises())
except ValueError as error:
    print(error)
c = add(1, 2)
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print(error)
