x = 10
print(eval("x + 1"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}), eval("  1 + 1  "), eval("[i * x for i in range(3)]"), eval("(lambda q: q * x)(2)"))


def f():
    local = 7
    return eval("local * 2"), eval("x"), [eval("x + i", None, {"i": i}) for i in range(2)]


print(f(), eval("'a' 'b'"), eval("1,"), eval("{'k': 1}['k']"), eval("(y := 5)"), eval(compile("2 ** 10", "<c>", "eval")), eval("\n1\n"))
print(eval("len", {"__builtins__": {"len": "replaced"}}), eval("__builtins__") is not None, eval(b"1 + 2"))
for source in ("", "x = 1", "1 +", "import math", "print(1); 2", "def f(): pass", "1 2", "yield 1", "return", "\t 1", "undefined", "1 / 0", "(1", "*x", "await x"):
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(repr(source), "->", type(error).__name__, error)
for arguments in ((), (5,), ("x", 5), ("x", [], {})):
    try:
        eval(*arguments)
    except TypeError as error:
        print(error)
