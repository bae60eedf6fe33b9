# New in 3.14: messages
def show(source):
    try:
        compile(source, "<case>", "exec")
        print("ok")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)


for patterns in (
    ["x", "1"], ["_", "1"], ["a | b"], ["[x, x]"], ["[a] | [b]"], ["[*a, *b]"], ["{**a, 'k': 1}"], ["{'a': 1, 'a': 2}"], ["f(x=1, x=2)"], ["f(x=1, 2)"], ["1 + 2"], ["1 + 2j"], ["-x"], ["f()()"], ["a.b()"], ["x as _"], ["x as y.z"], ["{**_}"], ["{x: 1}"],
    ["f'{x}'"], ["1 as 2"], ["*a"], ["*a, "], ["a if"], ["a, b if b"], ["(x) | 1"], ["_ | 1"], ["x | _"], ["...",], ["{**rest, **more}"], ["lambda: 0"], ["not 1"], ["'a' 'b'"], ["-1j - 2"], ["1 - -2j"],
):
    source = "match x:\n" + "".join(f"  case {p}:\n    pass\n" for p in patterns)
    print(patterns, end=" ")
    show(source)
show("match x:\n  pass")
show("match x:\ncase 1: pass")
show("match:\n  case 1: pass")
show("match x\n  case 1: pass")
show("match x:\n  case 1\n    pass")
show("case 1: pass")
show("match x:")
