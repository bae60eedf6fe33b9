# A text that is longer than any array that the host lets grow item by item.
print(len(("a" * 57_000_000).replace("", "b")))
# Groups of characters that can't be encoded are replaced part by part.
for handler in ("replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape"):
    for encoding in ("ascii", "latin-1", "utf-8"):
        text = "x" + "\u0100" * 9000 + "y" + "\udc80" * 9000 + "z"
        try:
            made = text.encode(encoding, handler)
            print(handler, encoding, len(made), sum(made))
        except UnicodeEncodeError as error:
            print(handler, encoding, error)
