s = "a😀b𝒳c"
print(len(s), s[1], s[3], s[-2], s[::-1], s[1:4], list(s))
print(s.find("b"), s.index("𝒳"), s.count("😀"), s.upper(), s.replace("😀", "!"), s.split("b"))
print(ord("😀"), chr(0x1F600), [hex(ord(c)) for c in s], s == "a\U0001F600b\U0001D4B3c")
print("😀" * 3, len("😀" * 3), "😀" < "\uffff", "\uffff" < "😀", sorted(["😀", "\uffff", "a"]) == ["a", "\uffff", "😀"])
print(s.center(9, "·"), f"{s:>8}|", "%5s|" % "😀", "😀".isalpha(), "𝒳".isalpha(), "𝟙".isdigit(), int("𝟙𝟚"))
print(ascii(s), repr(s), s.encode(), s.encode("utf-16-le"), len(s.encode("utf-8")))
print({"😀": 1}["😀"], hash("😀") == hash("\U0001F600"), "x😀".startswith("x😀"), "😀x"[1:] == "x", "".join(reversed(s)))
print(s.partition("b"), "😀" in s, "\ud83d" in s, max(s) == "😀", "👨‍👩‍👧", len("👨‍👩‍👧"))
