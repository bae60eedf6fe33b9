# Characters to strip, plain and beyond U+FFFF, at one end or both.
for text in ("", "xx", "xaxbx", "--text--;", "\u00e9t\u00e9\U0001f600", "\U0001f600\U0001f600a\U0001f600"):
    for chars in (None, "", "x", "-;", "\u00e9", "\U0001f600", "t\U0001f600\u00e9"):
        print(ascii([text.strip(chars), text.lstrip(chars), text.rstrip(chars)]))
