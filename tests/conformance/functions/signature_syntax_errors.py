for source in (
    "def f(a=1, b): pass", "def f(*, **kw): pass", "def f(*): pass", "def f(a, a): pass", "def f(**kw, a): pass", "def f(*a, *b): pass", "def f(/, a): pass", "def f(a, /, b, /): pass",
    "def f(*a, /): pass", "f(a=1, 2)", "f(**k, 2)", "f(a=1, a=2)", "lambda a=1, b: 0", "def f(a.b): pass", "def f(1): pass", "f(1=2)", "f(a.b=2)", "f(x for x in y, 1)", "def f(None): pass", "f(True=1)", "def f(a,,b): pass", "def f(*a=1): pass", "def f(**kw=1): pass", "f(a+b=1)", "def f(a, (b, c)): pass", "lambda *: 0", "f(**x=1)", "def f(*, a=1, b, /): pass", "f(x for x in y, z for z in w)", "def f: pass", "def (): pass", "def f()", "def f() pass",
):
    try:
        compile(source, "<case>", "exec")
        print(source, "-> ok")
    except SyntaxError as error:
        print(source, "->", error.msg, (error.lineno, error.offset, error.end_offset))
