import re

if (n := len("hello")) > 3:
    print(n)
data = iter([1, 2, 3, 0, 4])
while (item := next(data)) != 0:
    print("item", item)
print([y := 1, y + 1], (z := 5) + z, [last := i for i in range(4)], last)
print(any((witness := x) > 2 for x in [1, 2, 3, 4]), witness)


def f(a, b=(c := 3)):
    return a, b


print(f(a := 1), a, c, f((b := 2)), b)
if m := re.match(r"(\w+)", "word here"):
    print(m.group(1))
print({(k := "key"): (v := 1)}, k, v, (p := 1, 2), p, [i for i in range(5) if (sq := i * i) > 3], sq)


def g():
    [inside := i for i in range(3)]
    return inside


print(g())
for source in ("x := 1", "f(x=y:=1)", "(x.y := 1)", "(x[0] := 1)", "[i := 0 for i in range(3)]", "[(i := 0) for i in range(3)]", "((a, b) := 1)", "(x := 1) = 2", "class A: [x := 1 for _ in y]", "lambda: x := 1", "(f() := 1)", "[j for j in (k := [1])]", "def f(x=y:=1): pass", "(True := 1)", "del (x := 1)", "x = y := 1", "[[(j := 0) for i in range(5)] for j in range(5)]"):
    try:
        compile(source, "<case>", "exec")
        print(source, "-> ok")
    except SyntaxError as error:
        print(source, "->", error.msg)
