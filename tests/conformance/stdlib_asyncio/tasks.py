# Needs a 64-bit platform, or any other that has sockets: pyodide has no event loop but the browser's.
import asyncio


async def after(x):
    await asyncio.sleep(x / 50)
    return x


async def fail():
    raise ValueError("boom")


async def main():
    print(await asyncio.gather(after(2), after(1)))
    print(await asyncio.gather(fail(), after(1), return_exceptions=True))
    try:
        await asyncio.gather(fail(), after(1))
    except ValueError as error:
        print(repr(error))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(asyncio.sleep(10))
    except* ValueError as group:
        print(group.exceptions)
    task = asyncio.create_task(asyncio.sleep(10), name="sleeper")
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled(), task.get_name())
    for one in asyncio.as_completed([after(2), after(1)]):
        print(await one)
    slow = asyncio.create_task(after(40))
    done, waiting = await asyncio.wait([asyncio.create_task(after(1)), slow], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), waiting == {slow}, await slow)
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("done", f.result()))
    future.set_result(3)
    print(await future)
    print(await asyncio.shield(after(1)))
    return "result"


print(asyncio.run(main()))
try:
    asyncio.run(fail())
except ValueError as error:
    print(repr(error))
with asyncio.Runner() as runner:
    print(runner.run(after(1)), runner.run(after(2)))
