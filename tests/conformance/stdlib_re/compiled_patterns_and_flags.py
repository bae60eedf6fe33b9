import re

p = re.compile(r"(?P<word>[a-z]+)\s*(\d*)", re.I | re.X)
print(p.pattern, p.flags, p.groups, p.groupindex, repr(p), p == re.compile(p.pattern, re.I | re.X), hash(p) == hash(re.compile(p.pattern, re.I | re.X)))
print(p.match("ABC 12").groups(), p.match("  abc", 2)[0], p.search("1 x 2", 3), p.fullmatch("abc5", 0, 4)[0], p.findall("a1 b2 c"), p.split("x1-y2"))
print(re.I | re.M, re.IGNORECASE is re.I, int(re.DOTALL), re.RegexFlag(0), repr(re.compile("a")), repr(re.compile(b"a", re.S)))
s = re.Scanner([(r"\d+", lambda s, t: ("int", t)), (r"\w+", lambda s, t: ("name", t)), (r"\s+", None)])
print(s.scan("abc 12 d5 $"))
scanner = re.compile(r"\w").scanner("ab")
print(scanner.search()[0], scanner.match()[0], scanner.search())
m = re.match(r"(a)(b)?(c)", "ac")
print(m.groups(), m.regs, m.span(2), m[1], m.group(0, 3), m.lastindex)
print([m.start() for m in re.finditer(r"(?=aa)", "aaaa")], re.purge(), re.compile(p) is p)
print(re.findall(r"[^\W\d_]+", "été_1 日本"), re.match(r"\s", "\u00a0") is not None, re.match(r"(?a)\s", "\u00a0"), re.search("ß", "SS", re.I), re.search("ſ", "S", re.I))
try:
    re.compile(p, re.I)
except ValueError as error:
    print(error)
try:
    re.compile(5)
except TypeError as error:
    print(error)
