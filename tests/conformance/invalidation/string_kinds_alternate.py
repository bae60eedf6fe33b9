# Strings with and without astral characters and surrogates at one indexing, adding and comparing site.
def ops(s, t):
    return s + t, len(s), s[0], s[-1], s == t, s < t, s in t, s[1:]


strings = ["abc", "é", "𝒳y", "\ud800z", "\udc00", "a𝒳", "中文", "\x00"]
rows = set()
for _ in range(15):
    rows.add(repr([ops(s, t) for s in strings for t in strings]))
print(len(rows))
print(ascii([ops(s, "b") for s in strings]))
print(ascii("\ud800" + "\udc00"), len("\ud800" + "\udc00"))
def build(n):
    s = ""
    for i in range(n):
        s += chr(0xD800) if i % 50 == 49 else "x"
    return s
print(len(build(120)), ascii(build(120)[45:52]))
