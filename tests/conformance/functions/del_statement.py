a, b, c = 1, 2, 3
del a
del b, c
for name in "abc":
    try:
        eval(name)
    except NameError as error:
        print(error)
d = {"x": 1, "y": [1, 2, 3, 4]}
del d["x"], d["y"][0], d["y"][-1:]
print(d)


class A:
    z = 1

    def __delattr__(self, name):
        print("delattr", name)

    def __delitem__(self, key):
        print("delitem", key)


o = A()
del o.anything, o[1], o["k", 2], o[1:2]
del (o.p, [o.q])
del A.z
for case in ("del A.z", "del undefined", "del 5 .real", "del d['none']", "del (1).x", "del [].append", "del d.keys"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
for case in ("del 5", "del f()", "del a + b", "del (a, 5)", "del None", "del 'x'", "del a := 1", "del", "del a if b else c", "del lambda: 0", "del {}", "del [x for x in y]"):
    try:
        compile(case, "<case>", "exec")
        print(case, "-> ok")
    except SyntaxError as error:
        print(case, "->", error.msg)
