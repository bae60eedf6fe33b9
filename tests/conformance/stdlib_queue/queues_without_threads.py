import queue


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


simple = queue.SimpleQueue()
print(type(simple), queue.Empty, queue.SimpleQueue[int])
for item in "abcd":
    simple.put(item)
print(simple.qsize(), simple.empty(), simple.get(), simple.get(False), simple.get(True, 1), simple.get_nowait())
attempt(simple.get_nowait)
attempt(simple.get, False)
attempt(simple.get, True, 0.01)
attempt(simple.get, timeout=0)
attempt(simple.get, timeout=-1)
attempt(simple.get, timeout="x")
attempt(simple.get, block=False, timeout=-1)
attempt(simple.put)
attempt(simple.put, 1, 2, 3, 4)
attempt(simple.get, 1, 2, 3)
attempt(simple.put, item=5)
attempt(queue.SimpleQueue, 1)
attempt(queue.SimpleQueue, maxsize=1)


class Named(queue.SimpleQueue):
    def __init__(self, name):
        self.name = name


named = Named("n")
named.put(3)
print(named.name, named.get())

bounded = queue.Queue(maxsize=2)
bounded.put(1)
bounded.put(2, block=False)
attempt(bounded.put, 3, block=False)
attempt(bounded.put, 3, timeout=0.01)
print(bounded.full(), bounded.get(), bounded.get(timeout=1))
bounded.task_done()
bounded.task_done()
attempt(bounded.task_done)
bounded.join()
attempt(bounded.get, block=False)
bounded.shutdown()
attempt(bounded.put, 1)
attempt(bounded.get)
last = queue.LifoQueue()
first = queue.PriorityQueue()
for item in (3, 1, 2):
    last.put(item)
    first.put((item, "x"))
print([last.get() for _ in range(3)], [first.get()[0] for _ in range(3)])
