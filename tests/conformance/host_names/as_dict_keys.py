d = {"constructor": 1, "__proto__": 2, "toString": 3, "hasOwnProperty": 4}
print(d, len(d), d["__proto__"], d.get("valueOf"), "prototype" in d, "constructor" in {}, {}.get("__proto__"), {}.get("constructor", "none"))
d["__proto__"] = "changed"
d["__defineGetter__"] = None
del d["constructor"]
print(list(d.items()), d.pop("toString"), d.setdefault("valueOf", 9), {**d}["__proto__"], dict(__proto__=1, constructor=2))
e = {}
for key in ("__proto__", "constructor", "0", "1", "-1", "length", 0, 1, "toString", "", "null", None, "undefined", True):
    e.setdefault(key, []).append(key)
print(e)
print(set(["__proto__", "constructor"]) == {"constructor", "__proto__"}, "toString" in {"a"}, "length" in set(), "__proto__" in frozenset())
print({"2": "b", "1": "a", "10": "c"}, {2: "b", 1: "a", 10: "c"}, list({"b": 1, "1": 2, "a": 3}))
try:
    {}["toString"]
except KeyError as error:
    print(error)
print("%(constructor)s %(__proto__)s" % {"constructor": 1, "__proto__": 2}, "{toString}".format(toString=1), "{__proto__}".format_map({"__proto__": 5}))
import json

print(json.loads('{"__proto__": 1, "constructor": {"prototype": 2}}'), json.dumps({"__proto__": 1, "toString": [2]}))
