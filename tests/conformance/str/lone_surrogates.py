s = "a\ud800b"
print(len(s), ascii(s), repr(s), s[1] == "\ud800", ord(s[1]))
print(ascii("\ud83d" + "\ude00"), len("\ud83d" + "\ude00"), "\ud83d" + "\ude00" == "😀")
try:
    s.encode()
except UnicodeEncodeError as error:
    print(error)
print(s.encode("utf-8", "surrogatepass"), s.encode("utf-8", "replace"), s.encode("ascii", "backslashreplace"))
print(ascii(b"\xff\xfe".decode("utf-8", "surrogateescape")), b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
