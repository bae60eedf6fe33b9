a = bytearray(b"hello")
a[0] = 72
a.append(33)
a.extend(b"??")
a += b"x"
a.insert(1, 45)
print(a, a.pop(), a.pop(0), a)
a.remove(45)
a.reverse()
print(a, len(a))
a[1:3] = b"ZZZZ"
print(a)
a[::2] = bytes(len(a[::2]))
print(a)
del a[0], a[-1]
del a[::2]
print(a, a.copy() == a, a * 2)
a.clear()
print(a, bool(a))
for case in ("a[0] = 1", "a.append(256)", "a.append('a')", "a.pop()", "a.remove(1)", "a.extend('a')", "a.extend([300])", "a[0:1] = 5", "hash(a)", "a.insert('x', 1)"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
b = bytearray(b"abc")
b[:] = b"x"
print(b, bytearray(3), bytearray("é", "utf-8"), bytearray([1, 2]), bytes(b))
