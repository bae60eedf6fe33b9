from collections import defaultdict

d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, dict(d), d.get("zz"), "zz" in d, d.default_factory, len(d))
n = defaultdict(int, {"x": 5}, y=6)
n["z"] += 1
print(n, n.copy(), n | {"w": 1}, type(n | {}).__name__, repr(defaultdict(None)))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
import json

print(json.dumps(t), defaultdict(lambda: "made")["k"])
try:
    defaultdict()["missing"]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(5)
except TypeError as error:
    print(error)
n.default_factory = None
try:
    n["gone"]
except KeyError as error:
    print(error)


class Keyed(defaultdict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


print(Keyed()["ab"], Keyed()[4])
