a = b = c = [1]
print(a is b is c)
x, y = y, x = 1, 2
print(x, y)
(p), [q], (r,) = 1, [2], (3,)
print(p, q, r)
d = {}
d["a"], d["b"] = d["c"], *_ = [1], 2
print(d, _)


class O: pass


o = O()
o.x = o.y = 5
o.list = [0, 1, 2]
o.list[1:], o.z = [9, 9, 9], "z"
print(o.x, o.y, o.list, o.z)
i = 0
i, o.list[i] = 2, "changed first index 2?"
print(i, o.list)
t = [1, 2, 3]
t[0], t[1], t[2] = t[2], t[0], t[1]
print(t)
[a, b], c = "xy", "z"
print(a, b, c)
*a, = range(3)
print(a)
x = y = z = 0
x += y == z
print(x)
m = n = 1, 2
print(m, n)
(a, b), (c, d) = ((1, 2), (3, 4))
print(a, b, c, d)
for source in ("1 = x", "f() = 1", "x + 1 = 2", "None = 1", "'a' = 1", "x if y else z = 1", "{} = 1", "(a, 1) = x", "a, b += 1", "lambda: 0 = 1", "[x for x in y] = 1", "x = 1 = y", "f'{x}' = 1", "x == 1 = 2", "... = 1", "a.b() += 1", "True = 1", "__debug__ = 1", "-x = 1", "not x = 1", "(x, y) := 1", "x, = ", "{a: 1} = 2", "{a} = 2", "await x = 1"):
    try:
        compile(source, "<case>", "exec")
        print(source, "ok")
    except SyntaxError as error:
        print(source, "->", error.msg)
