d = {}
for k in "banana":
    d[k] = d.get(k, 0) + 1
print(d)
del d["a"]
d["a"] = 9
print(d, list(d)[-1])
d["b"] = "updated in place"
print(d)
d.update({"n": 0, "z": 1})
print(d, d.popitem(), d)
print({**{"x": 1, "y": 2}, "x": 3}, {"y": 1} | {"x": 2, "y": 3}, list({3: 0, 1: 0, 2: 0}))
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, list({"a": 1, "b": 2}.items()) == list({"b": 2, "a": 1}.items()))
for i in range(1000):
    d[i] = i
for i in range(0, 1000, 2):
    del d[i]
print(list(d)[:6], len(d), list(d)[-1])
