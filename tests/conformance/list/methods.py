# New in 3.14: messages
a = [3, 1, 2]
a.append(4)
a.extend("xy")
a.extend(a)
print(a, len(a))
a.insert(0, "first"); a.insert(-1, "before last"); a.insert(100, "end"); a.insert(-100, "start")
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(3)
print(a, a.count("x"), a.index("x"), a.index("x", 6), a.index(1, 0, 3))
b = a.copy()
a.reverse()
print(a, b is a, b == a[::-1])
a.clear()
print(a, b.__len__(), [1].__contains__(1))
for case in ("a.pop()", "b.pop(99)", "b.remove('zz')", "b.index('zz')", "b.append()", "b.append(1, 2)", "b.insert(1)", "b.extend(5)", "b.pop('x')", "b.nope", "b.index(1, 'a')", "b.sort(1)", "b.count()"):
    try:
        print(eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
