for case in ("sorted([1, 'a'])", "sorted([None, 1])", "sorted([1j, 2j])", "sorted(5)", "sorted([1], key=5)", "sorted([1], lambda v: v)", "sorted()", "sorted([{}, {}])", "sorted([1, 2], reverse='x')", "sorted(['a', 'b'], key=lambda: 1)"):
    try:
        print(eval(case))
    except TypeError as error:
        print(case, "->", error)
values = [3, 1, 2]


def mutating(value):
    values.append(0)
    return value


try:
    values.sort(key=mutating)
except ValueError as error:
    print(error)


def failing(value):
    if value == 1:
        raise KeyError("stop")
    return value


items = [3, 1, 2]
try:
    items.sort(key=failing)
except KeyError as error:
    print(error, sorted(items))
