# Needs a 64-bit platform, or any other that has sockets: pyodide has no event loop but the browser's.
import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(0.02) as scope:
            await asyncio.sleep(10)
    except TimeoutError as error:
        print("timeout", scope.expired(), repr(error))
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.02)
    except TimeoutError as error:
        print("wait_for", repr(error))
    print(await asyncio.wait_for(asyncio.sleep(0, "value"), 10))
    async with asyncio.timeout(None):
        print("no limit")
    start = time.monotonic()
    await asyncio.gather(*(asyncio.sleep(0.05) for _ in range(20)))
    print(0.04 < time.monotonic() - start < 0.9)
    order = []
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    loop.call_later(0.06, event.set)
    loop.call_later(0.03, order.append, "later")
    loop.call_soon(order.append, "soon")
    loop.call_later(10, order.append, "never").cancel()
    await event.wait()
    print(order)


asyncio.run(main())
