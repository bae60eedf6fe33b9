import builtins

limit = 10


def run(n):
    global limit
    seen = []
    for i in range(n):
        if i == 100:
            limit = "ten"
        if i == 150:
            del limit
        if i == 180:
            limit = 3.5
        try:
            seen.append(limit)
        except NameError as error:
            seen.append(str(error))
    return [seen[i] for i in (0, 99, 100, 149, 150, 179, 180, 199)]


print(run(200))


def lengths(items):
    return [len(x) for x in items]


print(lengths(["a", "bb"] * 30)[-2:])
len = lambda x: "global len"
print(lengths(["a"] * 3))
del len
print(lengths(["abc"]))
original = builtins.len
builtins.len = lambda x: "builtin replaced"
try:
    print(lengths(["abc"]))
finally:
    builtins.len = original
print(lengths(["abc"]))
globals()["len"] = lambda x: "through globals()"
print(lengths(["abc"]))
globals().pop("len")
print(lengths(["abcd"]))
exec("len = lambda x: 'through exec'")
print(lengths(["abc"]))
