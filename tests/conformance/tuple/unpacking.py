# New in 3.14: messages
a, b = 1, 2
a, b = b, a
print(a, b)
[x, y], z = (1, 2), 3
first, *middle, last = range(5)
*start, end = "abc"
head, *none = [1]
print(x, y, z, first, middle, last, start, end, head, none)
for i, (j, *k) in [(1, (2, 3, 4)), (5, (6,))]:
    print(i, j, k)
data = {"k": [1, 2]}
data["k"][0], data["new"] = "set", "item"
print(data, [*range(2), *"ab"], (*(), 1), {*[1, 1]}, {**{"a": 1}, "b": 2})
i = 0
array = [0, 0]
i, array[i] = 1, 9
print(i, array)
for case in ("a, b = 1", "a, b = (1,)", "a, b = 1, 2, 3", "a, *b, c = (1,)", "(a, b), c = 1, 2", "a, b = {}", "a, b = None", "[a] = []", "a, b = (x for x in range(5))", "a, b, c, d = {1: 2, 3: 4, 5: 6, 7: 8, 9: 10}"):
    try:
        exec(case)
    except (TypeError, ValueError) as error:
        print(case, "->", type(error).__name__, error)
for case in ("*a = [1]", "*a, *b = [1]", "a = *b", "(*a)", "f(**a, *b)", "del *a", "*a += 1"):
    try:
        compile(case, "<case>", "exec")
    except SyntaxError as error:
        print(case, "->", error.msg)
