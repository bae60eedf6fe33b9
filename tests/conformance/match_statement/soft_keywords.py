match = [1, 2]
case = "case"
_ = "underscore"
type = "type"
print(match, case, _, type, match[0], [m for m in match])
match[0] = 5
match = match + [3]
print(match)


def f(match, case):
    match match:
        case case if case == 1:
            return "one"
        case [match]:
            return match
        case (_):
            return "wild"


print(f(1, 2), f([7], 0), f(8, 9), _)
match = lambda *a: a
print(match(1), match (1, 2), match(*[1]))
match match(1):
    case (1,): print("tuple")
match -1:
    case -1: print("minus one")
match 1, 2:
    case 1, 2: print("open sequence")
match {"a": 1}:
    case {"a": 1}: print("dict subject")
match [1]:
    case [1]: print("list subject")
match not True:
    case False: print("not subject")
match (yes := 3):
    case 3: print(yes)
match x := 4, :
    case (4,): print(x)
match: int = 5
print(match)
