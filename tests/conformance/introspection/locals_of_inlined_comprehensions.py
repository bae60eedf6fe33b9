import sys

print([sys._getframe().f_locals["a"] for a in [1, 2]])
print("a" in [sys._getframe().f_locals for a in [0]][0])
print([locals()["x"] for x in [1, 2]], [eval("x") for x in [3]], [("x" in dir()) for x in [1]])
y = 0
[exec("y = x") for x in [1]]
print(y)


class C:
    print([locals()["x"] for x in [1, 2]])
    z = [sys._getframe().f_locals["b"] for b in [5]]


print(C.z)
