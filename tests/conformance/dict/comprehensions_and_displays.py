print({k: v for k, v in zip("abc", range(3))}, {x: x**2 for x in range(5) if x % 2}, {v: k for k, v in {"a": 1}.items()})
print({i: [j for j in range(i)] for i in range(3)}, {(a, b): a * b for a in (1, 2) for b in (3, 4)})
print({"a": 1, **{"b": 2}, **dict(c=3)}, {**{}}, {"k": {"nested": {}}}, {1: 2, **{1: 3}})


def show(label, value):
    print("eval", label)
    return value


print({show("k1", 1): show("v1", 2), show("k2", 3): show("v2", 4)})
print({show("k", i): show("v", i) for i in range(2)})
d = {}
d["self"] = d
print(d, {"l": [d]})
