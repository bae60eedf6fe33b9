def f(x):
    match x:
        case int() | float() if x < 0:
            return "negative"
        case [x, y] | {"x": x, "y": y} if x == y:
            return f"equal pair {x}"
        case [x, y] | {"x": x, "y": y}:
            return f"pair {x} {y}"
        case ("a" | "b") as letter if letter == "b":
            return "b with guard"
        case "a" | "b":
            return "a or b"
        case [("k", v) | (v, "k"), *_] if (n := len(x)) > 1:
            return f"k with {v} of {n}"
    return "nothing"


for value in (-1, 1, [2, 2], {"x": 1, "y": 2}, "a", "b", [("k", 1), 0, 0], [(2, "k"), 0, 0], [("k", 1)]):
    print(value, f(value))


def noisy(label, result):
    print("guard", label)
    return result


match 5:
    case x if noisy("first", False):
        print("never")
    case 5 if noisy("second", True):
        print("chosen")
    case _ if noisy("third", True):
        print("never")
