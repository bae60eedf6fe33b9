def f(x):
    match x:
        case 0:
            return "zero"
        case -1 | -2:
            return "small negative"
        case 1.5:
            return "one and a half"
        case 3 + 4j:
            return "complex"
        case "text" | b"bytes":
            return "string"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "never, 0 comes first"
        case _:
            return "other"


for value in (0, False, 0.0, -1, -2, 1.5, 3 + 4j, "text", b"bytes", None, True, 1, 1.0, [], "", "Text"):
    print(repr(value), f(value))


def identity(x):
    match x:
        case None | True | False:
            return "singleton"
        case 1 | 0:
            return "equal to a number"
    return "no match"


print(identity(1), identity(True), identity(0.0), identity(None), identity("x"))
