a, b = {"x": 1, "y": 2}, {"y": 20, "z": 30}
print(a | b, b | a, a, b)
c = a
c |= b
print(a, c is a)
c |= [("k", "v")]
print(c)
for case in ("a | [('k', 1)]", "a | None", "a + b", "a & b", "a - b", "a < b", "a |= 5"):
    try:
        exec(case)
    except TypeError as error:
        print(case, "->", error)
