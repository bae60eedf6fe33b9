print(1 << 10, 1 << 31, 1 << 32, 1 << 53, 1 << 64)
print(-1 << 40, -1 >> 1, -8 >> 1, -7 >> 1, 7 >> 1)
print(2**70 >> 65, -(2**70) >> 65, 5 >> 100, -5 >> 100)
print(3 << 0, 3 >> 0, True << 3)
print(0 << 1000, 123456789 << 33 >> 33)
for expression in ("1 << -1", "1 >> -1"):
    try:
        eval(expression)
    except ValueError as error:
        print(expression, "->", error)
try:
    1.0 << 2
except TypeError as error:
    print(error)
