# Needs a 64-bit platform, or any other that has sockets: pyodide has no event loop but the browser's.
import asyncio
import contextlib


async def produce(queue):
    for i in range(4):
        await queue.put(i)
        print("put", i)
    await queue.put(None)


async def consume(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        queue.task_done()


async def worker(name, lock, semaphore):
    async with semaphore:
        async with lock:
            print(name, "works", lock.locked())
            await asyncio.sleep(0)


async def main():
    queue = asyncio.Queue(2)
    await asyncio.gather(produce(queue), consume(queue))
    lock = asyncio.Lock()
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(worker(name, lock, semaphore) for name in "abc"))
    condition = asyncio.Condition()
    ready = []

    async def waiter():
        async with condition:
            await condition.wait_for(lambda: ready)
            print("ready", ready)

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with condition:
        ready.append(1)
        condition.notify_all()
    await task
    barrier = asyncio.Barrier(2)

    async def meet(name):
        await barrier.wait()
        print("met", name)

    await asyncio.gather(meet("x"), meet("y"))
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))

    async def numbers():
        try:
            for i in range(5):
                yield i
                await asyncio.sleep(0)
        finally:
            print("closed")

    async with contextlib.aclosing(numbers()) as some:
        async for i in some:
            if i == 2:
                break
    print([i async for i in numbers()])


asyncio.run(main())
