def show(value):
    print("eval", value)
    return value


print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1.0 == True)
print(show(1) < show(5) < show(3))
print(show(5) < show(1) < show(3))
print(1 < 2 > 1 != 5 in [5, 6] is not None)
x = 5
print(0 <= x <= 10, 0 <= x <= 4, not 0 < x < 10)
print((1 < 2) == True, 1 < 2 == True)
