print(list(), list("abc"), list((1, 2)), list({3: 1, 4: 2}), list(range(3)), list(iter([1])), list(x * 2 for x in range(3)), list(b"ab"))
print([], [1], [1, [2, [3, []]]], ["a'b", None, 1.0, True, ...])
a = [1]
a.append(a)
print(a, repr(a), a[1][1][0])
b = [a]
a.append(b)
print(a, b)
for case in ("list(5)", "list(1, 2)", "list(x=1)", "list(None)"):
    try:
        eval(case)
    except TypeError as error:
        print(case, "->", error)
