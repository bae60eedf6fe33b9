# An OrderedDict whose keys methods of dict have removed, or whose keys have another hash each time.
from collections import OrderedDict


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Sub(OrderedDict):
    pass


for cls in (OrderedDict, Sub):
    for remove in (lambda d: dict.__delitem__(d, "ham"), lambda d: dict.pop(d, "ham"), lambda d: dict.popitem(d)):
        d = cls(spam=1, ham=2)
        remove(d)
        print(len(d), "ham" in d)
        for look in (lambda: list(d.values()), lambda: list(d.items()), lambda: repr(d), d.copy):
            print(tried(look))
        d.clear()
        d["x"] = 1
        print(d, list(d.items()))


class Key:
    hashes = iter(range(10**9))

    def __hash__(self):
        return next(Key.hashes)

    def __repr__(self):
        return "a key"


d = OrderedDict((Key(), i) for i in range(10))
for look in (lambda: list(d), lambda: list(d.values()), lambda: list(d.items()), lambda: repr(d), d.copy):
    print(tried(look))

d = OrderedDict({(1, 2): 3, 2**70: 4, "a": 5})
d.move_to_end((1, 2))
print(d, d.copy(), list(d.items()), list(reversed(d)))
del d[2**70]
print(d, d.pop("a"), d.popitem(), d, tried(lambda: d.__delitem__("a")))
