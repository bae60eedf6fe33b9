from collections import ChainMap, OrderedDict, UserDict, UserList, UserString

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); print(o)
o.move_to_end("c", last=False); print(o, o.popitem(), o.popitem(last=False), o)
print(OrderedDict([("x", 1), ("y", 2)]) == OrderedDict([("y", 2), ("x", 1)]), OrderedDict(x=1) == {"x": 1}, list(reversed(OrderedDict(a=1, b=2))), OrderedDict(a=1) | {"b": 2})
try:
    o.move_to_end("zz")
except KeyError as error:
    print("KeyError", error)
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
c["new"] = 5
print(c, c["a"], c["b"], len(c), dict(c), c.maps[0], c.parents, c.new_child({"a": 9})["a"], sorted(c), "b" in c)
try:
    del c["b"]
except KeyError as error:
    print(error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower(A=1)
u.update(B=2)
print(u, u.data, u["a"], type(u.copy()).__name__, UserList([3, 1]) + [2], sorted(UserList("ba")), UserString("abc").upper(), UserString("a") + "b", isinstance(u, dict))
