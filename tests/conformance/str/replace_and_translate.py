print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("", "-", 2))
print("abc".replace("x", "y"), "".replace("", "x"), "".replace("a", "x"), "a.b.c".replace(".", ""), "banana".replace("a", "o", count=1))
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), sorted(table.items()))
print("hello".translate({ord("l"): "L", ord("h"): None, ord("o"): 48}), "abc".translate({}))
print(str.maketrans({"a": "1", 98: None}))
print("tab\tx\ty".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(0) == "", "ab\tc\nabc\td".expandtabs(3))
for call in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans("a"), lambda: "a".replace("a")):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
