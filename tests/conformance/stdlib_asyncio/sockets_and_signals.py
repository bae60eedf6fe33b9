# Needs a 64-bit platform, or any other that has sockets: pyodide has no event loop but the browser's.
import asyncio
import signal
import socket


async def main():
    loop = asyncio.get_running_loop()
    got = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, got.set)
    signal.raise_signal(signal.SIGUSR1)
    await got.wait()
    print("signal", loop.remove_signal_handler(signal.SIGUSR1))
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    receiving = asyncio.create_task(loop.sock_recv(b, 10))
    await asyncio.sleep(0)
    await loop.sock_sendall(a, b"hello")
    print(await receiving)
    a.close()
    print(await loop.sock_recv(b, 10))
    b.close()


asyncio.run(main())
