# New in 3.14: messages
print([1] + [2], [1, 2] * 2, 2 * [0], [1] * 0, [1] * -1, [] + [])
print([1, 2] == [1, 2], [1] != [2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, "a"] == [1.0, "a"], [1] == (1,))
print(1 in [1, 2], True in [1], 3 not in [1], [1] in [[1]], None in [], float("nan") in [float("nan")])
a = [1]
b = a
a += "xy"
a *= 2
print(a, b is a)
a = a + [1]
print(b is a)
for case in ("[1] + (2,)", "[1] * 'a'", "[1] * 1.5", "[1] + None", "[1] < 1", "[1] < ['a']", "[1] - [1]", "-[1]", "{[1]: 2}", "hash([])", "[1](0)", "None in 5"):
    try:
        eval(case)
    except TypeError as error:
        print(case, "->", error)
try:
    b += 5
except TypeError as error:
    print(error)
