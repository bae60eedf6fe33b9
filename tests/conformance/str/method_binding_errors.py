calls = [
    lambda: "a".upper(1),
    lambda: "a".split(sep=",", bad=1),
    lambda: "a".center(),
    lambda: "a".nope,
    lambda: str.upper(5),
    lambda: str.upper(),
    lambda: "a"(),
    lambda: "a".join("b", "c"),
    lambda: "a".encode(5),
    lambda: "a".zfill(None),
    lambda: "a".format_map(),
    lambda: "a".splitlines(1, 2),
]
for call in calls:
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print("a".upper.__name__, str.join.__qualname__, "x".__len__(), "abc".__getitem__(1), "b".__contains__("b"), "a".__add__("b"), "a".__mod__(()))
