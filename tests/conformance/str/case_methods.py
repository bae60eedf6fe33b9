for s in ("hello world", "HELLO", "Straße", "ǆ", "ß", "éÀ", "they're bill's", "1st place", "İ", "ﬁ", "ΑΣ", ""):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("hello".upper().lower().isupper())
