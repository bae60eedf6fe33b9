# What is looked at first: bounds before what is searched for, a byte's value before its place.
def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


for name in "find", "rfind", "index", "rindex", "count":
    attempt(getattr(b"abc", name), None, "x")
    attempt(getattr(b"abc", name), 300, 0)
    attempt(getattr(b"abc", name), b"c", 1, 5)
a = bytearray(b"abc")
attempt(a.__setitem__, 10, "x")
attempt(a.__setitem__, 10, 1)
attempt(a.__setitem__, slice(None), slice(3))
attempt(a.__setitem__, slice(None), 3)
attempt(a.__setitem__, slice(None, "x"), 3)
attempt(a.__setitem__, slice(None), 3.5)
attempt(a.__setitem__, slice(None), "x")
attempt(a.__setitem__, slice(None), None)
attempt(a.resize, -1)
print(a)


class Changing:
    def __index__(self):
        a.clear()
        return 65


attempt(a.__setitem__, 1, Changing())
for args in (None,), (1.5,), (b"x", "utf-8"), (1, 2), ("a",), ("a", "b", "c", "d"):
    a = bytearray(b"abc")
    attempt(a.__init__, *args)
    print(a)
for text in b"1x", bytearray(b"\xff"), memoryview(b"a b"), b"":
    attempt(int, text)
attempt(int, bytearray(b"zz"), 3)
attempt(lambda: b"\xff_%2\xff" % False)
attempt(lambda: b"%\xff" % False)
attempt(b"abc".rjust, 5, None)
for b in (b"a'b", b'a"b', b'a\'"b', b"'", b'"'): print(bytearray(b), b)
for x in ('x\xe9', 'ab\U0001f600', '\xe9', 'abx\xe9', 'ab c\xe9', b'\xe9', 'ab\u0661'):
    try: print(bytes.fromhex(x))
    except ValueError as e: print(e)
