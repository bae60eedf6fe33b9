# The variable of a range loop is rebound inside, and ranges with odd steps and big bounds meet one loop.
def walk(r):
    out = []
    for i in r:
        out.append(i)
        i = "rebound"
    return out, i if out else None


for _ in range(40):
    walk(range(3))
print(walk(range(5, 0, -2)), walk(range(0)), walk(range(2**53 - 2, 2**53 + 2)), walk(range(-2**53 + 1, -2**53 - 2, -1)))
r = iter(range(3))
next(r)
print(walk(r), walk(r))


def shadow():
    out = []
    for range_ in (range, lambda n: "xy", range):
        for x in range_(2):
            out.append(x)
    return out


print({tuple(shadow()) for _ in range(30)})
