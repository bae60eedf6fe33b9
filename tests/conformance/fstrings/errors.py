# New in 3.14: a spelling in one message
cases = ['f"{"', 'f"}"', 'f"{}"', 'f"{a b}"', 'f"{a!x}"', 'f"{a!}"', 'f"{!r}"', 'f"{a:"', 'f"{a:{b:{c}}}"', 'f"{lambda x: 1}"', 'f"{a!r b}"', "f'{a[\"}'", 'f"{=}"', 'f"{*a}"', 'f"{a $ b}"', 'f"{yield}"', 'f"{1 +}"', "f'", 'f"{a!rr}"', 'f"{a! r}"']
for case in cases:
    try:
        compile(case, "<case>", "eval")
        print(case, "ok")
    except SyntaxError as error:
        print(case, "->", error.msg)
a = "x"
for case in ('f"{undefined_name}"', 'f"{a:d}"', 'f"{a:{1}{2}x}"', 'f"{1:{a}}"', 'f"{None:5}"', 'f"{a.nope}"', 'f"{a[9]}"'):
    try:
        print(eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
