# New in 3.14: messages
d = {"a": 1, "b": 2}
print(d["a"], d.get("z"), d.get("z", 0), d.setdefault("a", 9), d.setdefault("c", 3), d)
print(d.pop("a"), d.pop("zz", None), d.popitem(), d, len(d), "b" in d, "z" not in d)
d.update({"x": 1}); d.update([("y", 2)], z=3); d.update(b=20)
print(d, d.copy() == d, d.copy() is d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), list(reversed(d)))
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], []), dict(a=1, b=2), dict([("k", "v")]), dict({"q": 1}, r=2), dict(zip("ab", [1, 2])), dict())
del d["x"]
d.clear()
print(d, bool(d), {} == dict())
for case in ("d['q']", "d[1]", "del d['q']", "d.pop('q')", "d.popitem()", "d[[]] = 1", "{[]: 1}", "{}.get([])", "dict(5)", "dict([1])", "dict([(1, 2, 3)])", "dict(['abc'])", "d.update(5)", "d.update([1])", "d.get()", "d.setdefault()", "dict.fromkeys(5)", "dict({}, {})", "d.nope", "[] in d", "d.pop()", "{**5}", "dict(**{1: 2})"):
    try:
        print(eval(case) if not case.startswith("del") and "=" not in case.replace("==", "") else exec(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
