def classify(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "large"


print([classify(n) for n in (-1, 0, 5, 50)])
for x in (0, 1, "", "a", [], [0], None, 0.0, {}, (0,)):
    print(repr(x), "true" if x else "false", not x, x or "or", x and "and", bool(x))
print(1 if False else 2 if False else 3, (1 if True else 0) + 1, [1, 2][0 if [] else 1])
a = b = 5
print(a if a is b else None, None or 0 or "last", 1 and 2 and 3, 0 and undefined, 1 or undefined, not 1 == 2, (not 1) == 2)
if True: print("one line")
if False: pass
elif True: print("elif line")
if (n := 3) and n > 2: print(n)
if a and not (b and not a) or undefined_never: print("logic")
