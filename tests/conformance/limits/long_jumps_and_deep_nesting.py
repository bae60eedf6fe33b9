namespace = {}
body = "\n".join(f"        total += {i}" for i in range(500))
exec(f"def f(n):\n    total = 0\n    for i in range(n):\n{body}\n        if i % 2:\n            continue\n{body}\n    else:\n        total += 1\n    return total", namespace)
print(namespace["f"](3))
exec("def g(x):\n" + "\n".join(f"    {'if' if i == 0 else 'elif'} x == {i}: return 'case {i}'" for i in range(400)) + "\n    return 'none'", namespace)
print(namespace["g"](0), namespace["g"](399), namespace["g"](400))
nested = "x"
for i in range(60):
    nested = f"({nested} + 1)"
print(eval(nested, {"x": 0}))
print(eval("[" * 80 + "1" + "]" * 80)[0][0][0] is not None, eval("-" * 50 + "1"), eval("not " * 51 + "True"))
source = "def f0(): return 1\n"
deep = "    " * 15
source = "".join("    " * i + f"for v{i} in (1, 2):\n" for i in range(15)) + deep + "n += 1"
exec("n = 0\n" + source, namespace)
print(namespace["n"])
source = "".join("    " * i + f"def f{i}(x):\n" for i in range(15)) + "    " * 15 + "return x\n" + "".join("    " * i + f"return f{i}(x + 1)\n" for i in range(14, 0, -1))
exec(source, namespace)
print(namespace["f0"](0))
tries = "".join("    " * i + "try:\n" for i in range(15)) + "    " * 15 + "1 / 0\n" + "".join("    " * i + "finally:\n" + "    " * (i + 1) + f"log.append({i})\n" for i in range(14, -1, -1))
namespace["log"] = []
try:
    exec(tries, namespace)
except ZeroDivisionError:
    print(namespace["log"])
for source in ("(" * 300 + ")" * 300, "".join("    " * i + "if x:\n" for i in range(101)) + "    " * 101 + "pass", "for x in y:\n" * 1 + "".join("    " * i + "for x in y:\n" for i in range(1, 22)) + "    " * 22 + "pass"):
    try:
        compile(source, "<deep>", "exec")
        print("ok")
    except (SyntaxError, MemoryError, RecursionError) as error:
        print(type(error).__name__, error.msg if isinstance(error, SyntaxError) else "")
