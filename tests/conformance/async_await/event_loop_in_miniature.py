import heapq


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        yield ("sleep", self.ticks)


class Event:
    def __init__(self):
        self.set, self.value = False, None

    def __await__(self):
        while not self.set:
            yield ("wait", self)
        return self.value


class Loop:
    def __init__(self):
        self.now, self.ready, self.counter, self.waiting = 0, [], 0, []

    def spawn(self, coroutine, delay=0):
        self.counter += 1
        heapq.heappush(self.ready, (self.now + delay, self.counter, coroutine))

    def run(self):
        while self.ready:
            self.now, _, coroutine = heapq.heappop(self.ready)
            try:
                kind, argument = coroutine.send(None)
            except StopIteration as stop:
                print(f"[{self.now}] finished with {stop.value}")
                continue
            self.spawn(coroutine, argument if kind == "sleep" else 1)


async def producer(event):
    for i in range(3):
        print(f"[{loop.now}] working {i}")
        await Sleep(2)
    event.set, event.value = True, "data"
    return "produced"


async def consumer(name, event):
    value = await event
    print(f"[{loop.now}] {name} got {value}")
    await Sleep(1)
    return name


loop = Loop()
event = Event()
loop.spawn(consumer("c1", event))
loop.spawn(producer(event))
loop.spawn(consumer("c2", event), 3)
loop.run()
