s = "Python"
print(s[0], s[-1], s[2:4], s[:2], s[2:], s[:], s[-3:], s[:-3], s[::2], s[::-1], s[4:1:-1], s[10:], s[-100:2], s[1:100])
print(s[True], s[slice(1, 3)], s[None:None:None], repr(s[3:1]))
for key in (6, -7, 1.0, "a", None):
    try:
        s[key]
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
try:
    s[::0]
except ValueError as error:
    print(error)
for statement in ("s[0] = 'x'", "del s[0]", "s.attr = 1", "del s.upper"):
    try:
        exec(statement)
    except (TypeError, AttributeError) as error:
        print(error)
