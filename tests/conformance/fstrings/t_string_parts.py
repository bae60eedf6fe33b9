# New in 3.14: template strings (PEP 750)
# Strings and interpolations of a template: there is always one string more, however empty.
def look(t):
    print(t.strings, t.values)
    for i in t.interpolations:
        print("  ", repr(i.value), repr(i.expression), repr(i.conversion), repr(i.format_spec))
    print("  ", [part if isinstance(part, str) else part.expression for part in t])


name, width, mapping = "é𝒳", 7, {"k": [1, 2]}
look(t"")
look(t"only text")
look(t"{name}")
look(t"{name}{width}")
look(t"a{name}b{width}c")
look(t"{{}}{name}}}{{")
look(t"{name!r}{name!s}{name!a}")
look(t"{name:>{width}}|{width:{'0'}{width}d}|{name!r:{width}.{2}}")
look(t"{mapping['k'][0]}{mapping["k"]}{ (lambda x: x + 1)(width) }{[*range(3)]}")
look(t"{ name  +  'x' }{width==7}{width!=7}{width>=7}")
look(rt"\n{name}\d")
look(tr'\n{name}')
look(T"{name}")
look(t"""
{name
 + "x"}
{width:
>5}""")
look(t"\x41{name}\N{BULLET}\u00e9")
