# New in 3.14: template strings (PEP 750)
name, n = "World", 42
t = t"Hello {name}! {n:>5} {name!r} {n + 1=}"
print(type(t).__name__, t.strings, t.values)
for part in t.interpolations:
    print(part.value, repr(part.expression), part.conversion, repr(part.format_spec))
print([p if isinstance(p, str) else p.value for p in t"a{1}b{2}"], t"".strings, list(t"{n}"))


def render(template):
    return "".join(p if isinstance(p, str) else format(p.value, p.format_spec).upper() for p in template)


print(render(t"x {name:>8} y"), render(t"a" + t"{name}"), repr(t"{n}"))
try:
    t"a" + "b"
except TypeError as error:
    print(error)
