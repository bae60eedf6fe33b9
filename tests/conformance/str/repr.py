for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "nl\n", "cr\r", "\\", "\x00\x1f\x7f", "\x80\x9f\xa0\xad", "é", "\u200b\u2028", "\ue000", "日本", "😀", "\U0010ffff", ""):
    print(repr(s), ascii(s), len(repr(s)))
print([" '"], {"a\n": "\t"}, ("x",))
