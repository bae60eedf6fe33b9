a = [0, 1, 2, 3, 4, 5]
print(a[0], a[-1], a[1:3], a[:-2], a[::2], a[::-1], a[4:1:-1], a[10:], a[-3:], a[True], a[:], a[::-2], a[-1:-4:-1], a[3:3])
a[0] = "zero"; a[-1] = "last"
print(a)
a[1:3] = ["x"]; print(a)
a[1:1] = [7, 8, 9]; print(a)
a[::2] = "ABCD" if len(a[::2]) == 4 else "ABC"; print(a)
a[:] = range(5); print(a)
a[5:] = (5, 6); a[:0] = [-1]; print(a)
a[2:4] = []; print(a)
del a[0], a[-1]; print(a)
del a[1:3]; print(a)
del a[::2]; print(a)
for case in ("a[9]", "a[-9]", "a['x']", "a[1.0]", "a[9] = 1", "a['x'] = 1", "del a[9]", "a[0:2] = 5", "a[::2] = [1, 2, 3, 4]", "a[::0]", "a[1:2:'x']", "a[None]", "del a['x']", "a[0, 1]"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
