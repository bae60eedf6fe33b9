ns = {}
exec("x = 1\ndef f(): return x + 1\nclass C: y = x", ns)
print(ns["x"], ns["f"](), ns["C"].y, "__builtins__" in ns, exec("1 + 1"))
exec("z = 5")
print(z)


def local():
    a = 1
    exec("a = 2; b = 3")
    try:
        return a, b
    except NameError as error:
        return a, str(error)


print(local())


def explicit():
    namespace = {"a": 1}
    exec("a += 1; b = a * 2", {}, namespace)
    return namespace


print(explicit())
g, l = {"x": "global"}, {"x": "local"}
exec("print(x)\nx = 'changed'\ndef f(): return x\nprint(f())", g, l)
print(g["x"], l["x"])


class Mapping(dict):
    def __missing__(self, key):
        if not key.startswith("undefined"):
            raise KeyError(key)
        return f"<{key}>"


exec("print(undefined_a, undefined_b)\nnew = 1", {}, m := Mapping())
print(m)
exec("for i in range(3): total = i\nelse: done = True", ns)
print(ns["total"], ns["done"], ns["i"])
exec(b"bytes_source = 'yes'", ns)
print(ns["bytes_source"])
exec("", ns)
exec("# only a comment", ns)
for arguments in ((5,), (), ("x", 5), ("x", {}, 5), ("x = ", ), ("1 +", {}), ("x", {"__builtins__": {}}), ("print(1)", {"__builtins__": {}})):
    try:
        exec(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
exec("def closure():\n v = 1\n def inner(): return v\n return inner", ns)
print(ns["closure"]()(), ns["f"].__globals__ is ns, ns["f"].__module__)
