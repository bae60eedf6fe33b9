"""Cooperative multitasking without asyncio: a scheduler of our own for async functions.

Tasks suspend by awaiting a `Trap`, a small awaitable that yields a request to the scheduler. Time is
simulated, so that the program prints the same every time and ends at once.
"""

import heapq
import itertools
from collections import deque


class Trap:
    """Suspends the running task until the scheduler has served the request."""

    __slots__ = ("request",)

    def __init__(self, *request):
        self.request = request

    def __await__(self):
        return (yield self.request)


def sleep(seconds):
    return Trap("sleep", seconds)


def spawn(coroutine, name=None):
    return Trap("spawn", coroutine, name)


def join(task):
    return Trap("join", task)


class Cancelled(BaseException):
    """Raised inside a task that is being cancelled."""


class Task:
    numbers = itertools.count(1)

    def __init__(self, coroutine, name=None):
        self.coroutine = coroutine
        self.name = name or f"task-{next(self.numbers)}"
        self.result = self.error = None
        self.done = False
        self.waiters = []

    def __repr__(self):
        state = "running" if not self.done else "failed" if self.error else "done"
        return f"<{self.name} {state}>"


class Scheduler:
    def __init__(self):
        self.now = 0
        self.ready = deque()
        self.sleeping = []
        self.order = itertools.count()

    def start(self, coroutine, name=None):
        task = Task(coroutine, name)
        self.ready.append((task, None, None))
        return task

    def run(self, coroutine):
        main = self.start(coroutine, "main")
        while not main.done:
            if not self.ready:
                if not self.sleeping:
                    raise RuntimeError("deadlock: every task waits")
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append((task, None, None))
            self.step(*self.ready.popleft())
        if main.error:
            raise main.error
        return main.result

    def step(self, task, value, error):
        if task.done:
            return
        try:
            request = task.coroutine.throw(error) if error else task.coroutine.send(value)
        except StopIteration as stop:
            self.finish(task, result=stop.value)
        except Cancelled as cancelled:
            self.finish(task, error=cancelled)
        except Exception as failure:
            self.finish(task, error=failure)
        else:
            getattr(self, f"on_{request[0]}")(task, *request[1:])

    def finish(self, task, result=None, error=None):
        task.done, task.result, task.error = True, result, error
        for waiter in task.waiters:
            self.ready.append((waiter, result, error))

    def on_sleep(self, task, seconds):
        heapq.heappush(self.sleeping, (self.now + seconds, next(self.order), task))

    def on_spawn(self, task, coroutine, name):
        self.ready.append((task, self.start(coroutine, name), None))

    def on_join(self, task, other):
        if other.done:
            self.ready.append((task, other.result, other.error))
        else:
            other.waiters.append(task)

    def on_now(self, task):
        self.ready.append((task, self.now, None))

    def on_park(self, task, queue):
        queue.append(task)

    def on_wake(self, task, queue):
        if queue:
            self.ready.append((queue.popleft(), None, None))
        self.ready.append((task, None, None))

    def on_cancel(self, task, other):
        self.sleeping = [s for s in self.sleeping if s[2] is not other]
        heapq.heapify(self.sleeping)
        self.ready.append((other, None, Cancelled()))
        self.ready.append((task, None, None))


class Channel:
    """A bounded queue between tasks; an asynchronous iterator until it is closed."""

    END = object()

    def __init__(self, capacity):
        self.items, self.capacity = deque(), capacity
        self.getters, self.putters = deque(), deque()

    async def put(self, item):
        while len(self.items) >= self.capacity:
            await Trap("park", self.putters)
        self.items.append(item)
        await Trap("wake", self.getters)

    async def get(self):
        while not self.items:
            await Trap("park", self.getters)
        item = self.items.popleft()
        await Trap("wake", self.putters)
        return item

    async def close(self):
        await self.put(self.END)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.get()
        if item is self.END:
            await self.close()
            raise StopAsyncIteration
        return item


class Lock:
    def __init__(self):
        self.held, self.waiting = False, deque()

    async def __aenter__(self):
        while self.held:
            await Trap("park", self.waiting)
        self.held = True

    async def __aexit__(self, *exception):
        self.held = False
        await Trap("wake", self.waiting)


async def log(*words):
    print(f"[{await Trap('now'):3}]", *words)


async def gather(*coroutines):
    tasks = [await spawn(c) for c in coroutines]
    return [await join(task) for task in tasks]


async def producer(channel, count):
    for number in range(count):
        await sleep(1)
        await log("produced", number)
        await channel.put(number)
    await channel.close()


async def consumer(name, channel, lock, results):
    async for item in channel:
        async with lock:
            await sleep(3)
            results.append((name, item))
            await log(name, "consumed", item)
    return name


async def ticks(interval):
    try:
        for count in itertools.count():
            await sleep(interval)
            yield count
    finally:
        await log("ticks cleaned up")


async def fail(after):
    await sleep(after)
    raise ValueError(f"failed after {after}")


async def square(n):
    await sleep(10 - n)
    return n * n


async def forever():
    try:
        await sleep(10**6)
    finally:
        await log("forever was cancelled")


async def main():
    await log("start")
    channel, lock, results = Channel(2), Lock(), []
    workers = [await spawn(consumer(name, channel, lock, results), name) for name in ("ann", "bob")]
    await spawn(producer(channel, 5), "producer")
    print("finished:", [await join(worker) for worker in workers], workers)
    print("results:", results)

    await log("squares", await gather(*(square(n) for n in range(5))))
    await log("again", [await square(n) async for n in ticks_until(3)])

    task = await spawn(fail(2), "doomed")
    try:
        await join(task)
    except ValueError as error:
        await log("caught", error, task)

    sleeper = await spawn(forever(), "sleeper")
    await sleep(1)
    await Trap("cancel", sleeper)
    try:
        await join(sleeper)
    except Cancelled:
        await log("joined", sleeper)
    return "main result"


async def ticks_until(limit):
    generator = ticks(2)
    try:
        async for tick in generator:
            if tick == limit:
                break
            yield tick
    finally:
        await generator.aclose()


async def deadlocked():
    await Channel(1).get()


if __name__ == "__main__":
    scheduler = Scheduler()
    print(scheduler.run(main()), "at", scheduler.now)
    try:
        Scheduler().run(deadlocked())
    except RuntimeError as error:
        print(error)
