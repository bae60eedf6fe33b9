print(b"abc", b"\x00\xff\n\t\\'", b'it"s', b"it's", b"both'\"", br"\x", bytes(3), bytes([65, 66]), b"a" b"b", b"\101", bytearray(b"x"))
print(str(b"a"), f"{b'a'}", "%s" % b"a", [b"\x7f\x80"], len(b"\xe9"), b"""t
x""")
print(b"abc"[0], b"abc"[-1], b"abc"[1:], b"abc"[::-1], list(b"ab"), b"abc"[5:])
for case in ("b'é'", "b'a' 'b'", "bytes('a')", "bytes([256])", "bytes(-1)", "bytes('a', 5)", "bytes([1, 'a'])", "bytes(1.5)", "b'abc'[5]", "b'abc'['a']", "bytes(5, 'utf-8')", "bytes(None)"):
    try:
        print(eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
