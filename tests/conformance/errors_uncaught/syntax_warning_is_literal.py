# New in 3.14: messages
x = 5
print(x is 5)
print("\d", (1, 2) is not None)
assert (x, "always true")
