import pprint
import reprlib

data = {"name": "x" * 20, "values": list(range(30)), "nested": {"b": (1, 2, 3), "a": {"deep": ["y" * 30, "z" * 30]}}, "set": {3, 1, 2}}
pprint.pprint(data)
pprint.pprint(data, width=40, depth=2, compact=True)
print(pprint.pformat([1, [2]], indent=4), pprint.pformat("word " * 20, width=30), pprint.isreadable([1]), pprint.saferepr({"b": 1, "a": 2}))
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(20)}), reprlib.repr(10**100), reprlib.repr([[[[[[[1]]]]]]]))


class Node:
    def __init__(self): self.me = self

    @reprlib.recursive_repr()
    def __repr__(self): return f"Node({self.me!r})"


print(Node())
from types import SimpleNamespace

pprint.pprint(SimpleNamespace(a=1, b="x" * 70))
