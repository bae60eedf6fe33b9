# New in 3.14: message of bytes.fromhex
b = b"Hello, World"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b.find(b"o"), b.find(111), b.rfind(b"o"), b.count(b"l"), b.index(b"W"))
print(b.split(b", "), b.split(), b.partition(b","), b.replace(b"l", b"L"), b.startswith(b"He"), b.endswith((b"x", b"ld")), b"a,b".rsplit(b",", 1))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"a".center(5, b"*"), b"5".zfill(3), b"-".join([b"a", bytearray(b"b")]), b"a\nb".splitlines())
print(b.hex(), b"\x01\x02\x03".hex(":"), b"\x01\x02\x03\x04\x05".hex("-", 2), bytes.fromhex("48 65 6c"), b"abc".translate(bytes.maketrans(b"a", b"z"), b"c"))
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b"Ab".istitle(), b"\x80".isascii(), b"ab".removeprefix(b"a"), b"\t".expandtabs(2))
print(111 in b, b"llo" in b, b"z" in b, b + b"!", b"ab" * 2, b"a" < b"b", b"a" == bytearray(b"a"), b"a" == "a", hash(b"a") == hash(b"a"))
for case in ("b.find('o')", "b.split('')", "b.index(b'zz')", "b + 'a'", "b'-'.join(['a'])", "'a' in b", "300 in b", "bytes.fromhex('abc')", "bytes.fromhex('zz')", "b.replace('a', 'b')", "b.startswith('a')", "b < 'a'", "b.decode('ascii', 5)"):
    try:
        print(eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
