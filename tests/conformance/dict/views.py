d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), "a" in keys, 2 in values, ("a", 1) in items, ("a", 2) in items)
d["d"] = 4
print(keys, list(values), len(items), list(reversed(keys)), list(reversed(items)))
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "z"}), sorted(items & {("a", 1)}))
print(keys == {"a", "b", "c", "d"}, keys <= {"a", "b", "c", "d", "e"}, keys.isdisjoint("xyz"), keys > {"a"}, values == d.values(), items == dict(d).items())
print(keys.mapping["a"], type(keys).__name__, type(values).__name__, type(items).__name__, type(iter(keys)).__name__)
for case in ("keys[0]", "values + values", "keys.mapping['z'] = 1", "hash(keys)", "keys < 5", "values & {1}", "keys.add(1)", "{} | [(1, 2)]"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
