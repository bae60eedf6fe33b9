print(list("abc"), tuple("é😀"), set("a"), [c for c in "xy"], dict(enumerate("ab")), list(zip("ab", "cd")))
it = iter("hi")
print(next(it), next(it), next(it, "done"), type(it).__name__)
a, b, c = "xyz"
first, *rest = "hello"
print(a, b, c, first, rest, *"ab", sep="|")
for bad in ("ab", "abcd"):
    try:
        a, b, c = bad
    except ValueError as error:
        print(error)
