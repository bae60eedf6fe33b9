import re

print(re.match(r"(\d+)-(\d+)", "12-34 rest"), re.search(r"b+", "aabbb").span(), re.fullmatch(r"\w+", "word!"), re.match("x", "abc"))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?", "on 2024-05 ok")
print(m[0], m["year"], m.group(1, "month"), m.groups(), m.groups("none"), m.groupdict(), m.start("month"), m.end(), m.span(3), m.lastgroup, m.lastindex, m.pos, m.endpos, m.string, m.re.pattern)
print(m.expand(r"\g<month>/\1"), bool(m), repr(m))
print(re.findall(r"\w+", "two words"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"(a)|b", "ab"), [x.group() for x in re.finditer(r"\d", "a1b2")], re.findall("", "ab"))
print(re.split(r",\s*", "a, b,c"), re.split(r"(,)", "a,b"), re.split(r"x*", "axbc"), re.split("b", "abc", maxsplit=1), re.escape("a.b*c [x]"), re.split(r"\W+", " lead"))
for pattern in ("(", "a**", "[z-a]", "(?P<1>x)", r"\1", "(?<=a+)b", "*a", "a{2,1}", "(?P<n>a)(?P<n>b)", "[", r"(?P=x)", "(?z)", "x(?i)", r"\8", "(?P<n", "a)"):
    try:
        re.compile(pattern)
        print(pattern, "ok")
    except re.error as error:
        print(pattern, "->", error)
for call in (lambda: m.group(9), lambda: m["nope"], lambda: re.match(5, "a"), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 5)):
    try:
        call()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
