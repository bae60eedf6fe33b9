import re

print(re.sub(r"\d", "#", "a1b22"), re.sub(r"\d", "#", "a1b22", count=2), re.subn("a", "b", "banana"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<a>x)", r"[\g<a>\g<0>]", "axb"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 20 x3"), re.sub("", "-", "ab"), re.sub("x*", "-", "abxc"), re.sub(r"(a)|b", r"<\1>", "ab"), re.sub("é", "e", "café é"))
print(re.sub(r"\\", "/", r"a\b"), re.sub("a", r"\n", "bab"), re.sub("a", "\\\\", "bab"), re.sub(r"^", "> ", "l1\nl2", flags=re.M), re.sub("[aeiou]", "", "education", flags=re.I))
print(re.sub(b"a", b"b", b"cat"), re.compile("a").sub("b", "aaa", 1), re.compile("(a)(b)?").sub(r"\2", "aab"))
for replacement in (r"\9", r"\g<nope>", r"\q", r"\g<1", "\\"):
    try:
        print(re.sub("(a)", replacement, "a"))
    except (re.error, IndexError) as error:
        print(replacement, "->", type(error).__name__, error)
try:
    re.sub("a", 5, "a")
except TypeError as error:
    print(error)
camel = re.sub(r"(?<!^)(?=[A-Z])", "_", "someCamelCaseName").lower()
print(camel, re.sub(r"_(\w)", lambda m: m[1].upper(), camel), re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"))
