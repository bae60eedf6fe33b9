"""A simulated operating system with tasks, queues and devices: a program of many small classes."""

from harness import bench

IDLE, WORKER, HANDLER, DEVICE = range(4)


class Packet:
    __slots__ = ("link", "owner", "kind", "letter", "data")

    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.letter = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, system, name, priority, queue):
        self.system = system
        self.name = name
        self.priority = priority
        self.queue = queue
        self.waiting = queue is None
        self.held = False
        system.add(self)

    def take(self):
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
        return packet

    def give(self, packet, sender):
        if self.queue is None:
            self.queue = packet.append_to(None)
            self.waiting = False
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def runnable(self):
        return not self.held and not (self.waiting and self.queue is None)

    def run_once(self):
        packet = self.take()
        return self.step(packet)

    def step(self, packet):
        raise NotImplementedError


class Idle(Task):
    def __init__(self, system, rounds):
        super().__init__(system, IDLE, 0, None)
        self.rounds = rounds
        self.bits = 1
        self.waiting = False

    def step(self, packet):
        self.rounds -= 1
        if self.rounds == 0:
            self.held = True
            return None
        if self.bits & 1 == 0:
            self.bits //= 2
            return self.system.release(DEVICE)
        self.bits = self.bits // 2 ^ 0xD008
        return self.system.release(DEVICE + 1)


class Worker(Task):
    def __init__(self, system, queue):
        super().__init__(system, WORKER, 1000, queue)
        self.target = HANDLER
        self.count = 0

    def step(self, packet):
        if packet is None:
            self.waiting = True
            return None
        self.target = HANDLER
        packet.owner = self.name
        for i in range(4):
            self.count = self.count % 26 + 1
            packet.data[i] = 64 + self.count
        return self.system.send(packet, self.target, self)


class Handler(Task):
    def __init__(self, system, queue):
        super().__init__(system, HANDLER, 2000, queue)
        self.turn = 0
        self.handled = 0

    def step(self, packet):
        if packet is None:
            self.waiting = True
            return None
        self.handled += sum(packet.data) & 15
        self.turn ^= 1
        return self.system.send(packet, DEVICE + self.turn, self)


class Device(Task):
    def __init__(self, system, number):
        super().__init__(system, DEVICE + number, 3000 + number, None)
        self.pending = None
        self.served = 0

    def step(self, packet):
        if packet is None:
            if self.pending is None:
                self.waiting = True
                return None
            done = self.pending
            self.pending = None
            self.served += 1
            return self.system.send(done, WORKER, self)
        self.pending = packet
        self.held = True
        return None


class System:
    def __init__(self):
        self.tasks = {}
        self.order = []
        self.switches = 0
        self.sent = 0

    def add(self, task):
        self.tasks[task.name] = task
        self.order.insert(0, task)
        self.order.sort(key=lambda t: -t.priority)

    def release(self, name):
        task = self.tasks[name]
        task.held = False
        return task

    def send(self, packet, name, sender):
        self.sent += 1
        return self.tasks[name].give(packet, sender)

    def run(self):
        while True:
            for task in self.order:
                if task.runnable():
                    break
            else:
                return
            while task is not None and task.runnable():
                self.switches += 1
                task = task.run_once()


def work():
    system = System()
    idle = Idle(system, 9000)
    first = Packet(None, WORKER, 1)
    Worker(system, Packet(first, WORKER, 1))
    handler = Handler(system, Packet(Packet(None, HANDLER, 0), HANDLER, 0))
    devices = [Device(system, 0), Device(system, 1)]
    system.run()
    return system.switches, system.sent, handler.handled, devices[0].served, idle.bits


bench(work, 7)
