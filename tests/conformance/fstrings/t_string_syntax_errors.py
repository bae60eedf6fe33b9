# New in 3.14: template strings (PEP 750)
# What is wrong in a template string is called so.
for source in [
    "t'{}'", "t'{ }'", "t'{'", "t'}'", "t'{x'", "t'{x!}'", "t'{x!q}'", "t'{x!r'", "t'{x!r:'", "t'{x!rr}'", "t'{!r}'", "t'{:x}'", "t'{=}'", "t'{x y}'", "t'{x:{y'", "t'{x:{}}'",
    "t'{lambda x: 1}'", "t'{x = 1}'", "t'{*x}'", "t'{**x}'", "t'{a b c}'", "t'{1 +}'", "t'", 't"""', "t'{x!  r}'", "t'{x !r}'", "t'{yield}'", "bt'x'", "tb'x'", "ft'x'", "tf'x'", "ut'x'", "t'{#}'", "t'{x:{y:{z:{w}}}}'", "t'{x;y}'", "t'\\N{NO SUCH}'", "t'{x' 'y}'", "t'{return}'", "t'a' = 1", "del t'a'", "for t'a' in b: pass", "t'{x}' += 1", "t'{x!s:}}'", "t'{)}'", "t'{(}'", "t'{a.}'",
]:
    try:
        compile(source, "<t>", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "|", error.msg, error.lineno, error.offset, error.end_offset)
