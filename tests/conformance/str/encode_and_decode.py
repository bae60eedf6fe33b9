s = "héllo €"
for codec in ("utf-8", "latin-1", "ascii", "utf-16", "utf-16-be", "utf-32-le", "cp1252", "UTF8", "utf-8-sig"):
    try:
        print(codec, s.encode(codec))
    except UnicodeEncodeError as error:
        print(codec, error)
for errors in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    print(errors, s.encode("ascii", errors))
print(b"h\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"\xff\xfea\x00".decode("utf-16"), b"\xef\xbb\xbfx".decode("utf-8-sig"))
for data in (b"\xff", b"a\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80"):
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        print(error)
    print(ascii(data.decode("utf-8", "replace")), data.decode("utf-8", "ignore"), data.decode("utf-8", "backslashreplace"))
try:
    "x".encode("nope")
except LookupError as error:
    print(error)
e = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad")
print(e.encoding, e.object, e.start, e.end, e.reason, e)
