def f(x):
    match x:
        case []:
            return "empty"
        case [one]:
            return ("one", one)
        case [first, _, third]:
            return ("three", first, third)
        case [first, *rest]:
            return ("many", first, rest)
        case other:
            return ("other", other)


print(f([]), f([1]), f([1, 2, 3]), f([1, 2]), f(5), f("ab"), f((1,)), f(range(4)))
match 5:
    case captured:
        pass
print(captured)
match [1, [2, 3]]:
    case [a, [b, c]] as whole:
        print(a, b, c, whole)
match (1, 2, 3, 4):
    case (first, *_, last):
        print(first, last)
    case _:
        print("never")
match "nothing":
    case 5:
        print("never")
print("fell through")
x = 1
match 2:
    case x if x > 5:
        print("guard failed")
    case _:
        print("the failed case still bound x:", x)
