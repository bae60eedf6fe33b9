def reenter():
    global g
    try:
        next(g)
    except ValueError as error:
        print(error)
    yield 1


g = reenter()
print(next(g))


def closes_itself():
    try:
        h.close()
    except ValueError as error:
        print(error)
    yield 2


h = closes_itself()
print(next(h))
for case in ("g.nope", "next(5)", "g[0]", "len(g)", "g()", "g.send()", "g.send(1, 2)", "g.throw()", "g.gi_frame.nope", "type(g)()", "g + g"):
    try:
        eval(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
for source in ("yield 1", "def f():\n return (yield)", "class A:\n yield 1", "lambda: (yield)", "[(yield x) for x in y]", "def f():\n [(yield 1) for x in y]", "def f(): yield from", "def f(): x = yield = 1", "def f(): (yield) = 1", "async def f(): yield from x", "async def f():\n yield 1\n return 2", "def f(): yield x, y = 1", "def f(a=(yield)): pass", "def f():\n def g(a=(yield)): pass"):
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "ok")
    except SyntaxError as error:
        print(repr(source), "->", error.msg)
