# New in 3.14: annotations are evaluated when they are asked for
x: int = 5
y: str
z: list[int] = []
(w): float = 1.5
z.append: print("evaluated? no name is bound")
z[0:0]: "subscript"
print(x, z, w, "y" in globals())
try:
    y
except NameError as error:
    print(error)


def f():
    a: int = 1
    b: undefined_in_function
    c: (1 / 0)
    try:
        b
    except UnboundLocalError as error:
        print(error)
    return a


print(f(), f.__annotations__)


class C:
    attr: int
    value: str = "v"

    def __init__(self):
        self.x: int = 1
        self.y: undefined_on_attribute


print(C.__annotations__, hasattr(C, "attr"), C.value, vars(C()))
for source in ("x: int = ", "x, y: int", "(x, y): int", "[x]: int", "f(): int", "x: int, y", "def f():\n global g\n g: int", "def f():\n x: int\n global x", "lambda: (x: int)", "5: int", "x: int += 1", "for x: int in y: pass", "x: int: str", "x: yield", "x: (y := 1)", "x: await z"):
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "ok")
    except SyntaxError as error:
        print(repr(source), "->", error.msg)
