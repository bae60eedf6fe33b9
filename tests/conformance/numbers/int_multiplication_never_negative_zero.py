a = 0
b = -5
print(a * b, b * a, str(a * b), repr(-a), 0 * -1)
print(a * b == 0, [a * b], {a * b: 1})
print("%d" % (a * b), f"{a * b}", (a * b).bit_length())
print(0.0 * -5, -0.0, 0 // -3, 0 % -3)
print(round(-0.4), int(-0.4))
