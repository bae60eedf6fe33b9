samples = ["", "abc", "ABC", "Abc Def", "123", "12.3", "٣", "²", "½", "a1", " \t\n", "é", "_x1", "1x", "class", "\x00", "日本", "a b"]
for s in samples:
    names = [n for n in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii") if getattr(s, n)()]
    print(repr(s), names)
