# New in 3.14: template strings (PEP 750)
# Templates are joined to templates only, by juxtaposition or `+`.
x = 1


def attempt(action):
    try:
        t = action()
        print(type(t).__name__, t.strings, t.values)
    except TypeError as error:
        print(error)


attempt(lambda: t"a{x}" t"b{x}c")
attempt(lambda: t"a" rt"\b{x}")
attempt(lambda: t"a{x}b" + t"c{x}d")
attempt(lambda: t"" + t"")
attempt(lambda: t"{x}" + t"{x}")
attempt(lambda: t"a{x}" + "b")
attempt(lambda: "a" + t"b{x}")
attempt(lambda: t"a" + 1)
attempt(lambda: None + t"a")
attempt(lambda: t"a" * 2)
attempt(lambda: t"a" % ())
attempt(lambda: t"a".__add__("b"))
for source in ["t'a' 'b'", "'a' t'b'", "t'a' f'b'", "f'a' t'b'", "t'a' b'b'", "b'a' t'b'", "'a' t'b' 'c'", "t'a' u'b'"]:
    try:
        print(eval(source))
    except SyntaxError as error:
        print(source, error.msg)
