# New in 3.14: a message
from collections import OrderedDict


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


o = OrderedDict([("a", 1), ("b", 2)])
show(lambda: OrderedDict(1, 2))
show(lambda: o.update(1, 2))
show(lambda: o.update([(1,)]))
show(lambda: o.update([()]))
show(lambda: o.update([(1, 2, 3)]))
show(lambda: o.update(5))
show(lambda: o.move_to_end("z"))
o.move_to_end("a")
show(lambda: o)
o.move_to_end(key="a", last=False)
show(lambda: (o, o.popitem(last=False)))
show(lambda: OrderedDict().popitem())
show(lambda: o.pop("missing"))
show(lambda: o.pop("missing", 3))
show(lambda: o.pop())
show(lambda: (o.keys(), o.items(), o.values()))
show(lambda: (o | {5: 6}, {5: 6} | o))
show(lambda: (type(o.keys()).__mro__, o.keys() & {"b"}, list(reversed(o.items()))))
show(lambda: OrderedDict.fromkeys(iterable="abc", value=0))
show(lambda: iter(o.items()).__reduce__())
o["c"] = 3


def grow():
    for key in o:
        o["n" + key] = 1


show(grow)


class Loud(OrderedDict):
    def __missing__(self, key):
        return "missing"

    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __contains__(self, key):
        print("contains", key)
        return super().__contains__(key)


z = Loud(a=1, b=2)
show(lambda: z)
show(lambda: z.pop("a"))
show(lambda: z.pop("zz"))
show(lambda: z.popitem())
show(lambda: z.setdefault("k", 3))
show(lambda: z.setdefault("k", 4))
show(lambda: z.copy())
z["self"] = z
show(lambda: z)
queue = OrderedDict()
for i in range(500):
    queue[i] = i
    if len(queue) > 10:
        queue.popitem(last=False)
    if i % 7 == 0:
        queue.move_to_end(next(iter(queue)))
print(list(queue))
