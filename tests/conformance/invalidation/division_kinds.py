# // and % and divmod with signs, zero, floats, bools and big ints at one site.
def ops(a, b):
    out = []
    for f in (lambda a, b: a // b, lambda a, b: a % b, lambda a, b: a / b, divmod):
        try:
            out.append(f(a, b))
        except ZeroDivisionError as error:
            out.append(str(error))
    return out


def one(a, b): return a // b, a % b


for i in range(1, 60):
    one(i, 7)
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (7.5, 2), (-7.5, 2), (0, -3), (0.0, -3), (True, 2), (2**70, 3), (-2**70, 3),
             (5, 2**70), (-5, 2**70), (2**53 - 1, 2), (-2**53 + 1, 10), (1e300, 1e-10), (-1, 2.0)]:
    print(a, b, one(a, b))
for a, b in [(1, 0), (1.0, 0), (0, 0.0), (2**70, 0)]:
    print(a, b, ops(a, b))
