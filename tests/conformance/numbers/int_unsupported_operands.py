import operator

cases = [
    (operator.add, 1, "a"),
    (operator.sub, 1, None),
    (operator.mul, 1, {}),
    (operator.truediv, "a", 2),
    (operator.floordiv, [], 2),
    (operator.mod, 5, "x"),
    (operator.pow, 2, "x"),
    (operator.lshift, 1, 1.5),
    (operator.and_, 1, 1.0),
    (operator.or_, "a", 1),
    (operator.xor, None, 1),
    (operator.matmul, 1, 2),
    (operator.lt, 1, "a"),
    (operator.ge, None, 1),
    (operator.iadd, 1, "b"),
    (operator.ipow, "b", 1),
    (divmod, 1, "a"),
]
for function, a, b in cases:
    try:
        print(function(a, b))
    except TypeError as error:
        print(f"{function.__name__}: {error}")
for function, a in ((operator.neg, "a"), (operator.pos, []), (operator.invert, 1.5), (abs, "x")):
    try:
        print(function(a))
    except TypeError as error:
        print(f"{function.__name__}: {error}")
