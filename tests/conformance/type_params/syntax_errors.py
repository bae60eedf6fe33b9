# New in 3.14: messages
for source in (
    "def f[T, T](): pass", "def f[](): pass", "class A[]: pass", "def f[T: int = str, U](): pass", "def f[*T: int](): pass", "def f[**P: int](): pass", "def f[T: (yield)](): pass", "class A[T](x := 1): pass", "def f[T](a: (x := 1)): pass", "type X = (yield)", "type X[T] = (y := 1)", "type x.y = 1", "type X", "type X[T", "def f[1](): pass", "lambda[T]: 0", "def f[T](): nonlocal T", "class A[T]: global T", "def f[T](): global T", "def f[__T](): pass", "type X[T: await x] = T", "def f[T: [x for x in y]](): pass", "type type = type", "type (x) = 1", "type X[*Ts = *tuple[int]] = int", "def f[T=int, *Ts](): pass", "class A[T=int, U=T]: pass",
):
    try:
        compile(source, "<case>", "exec")
        print(source, "-> ok")
    except SyntaxError as error:
        print(source, "->", error.msg)
