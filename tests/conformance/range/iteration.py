it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, None), type(it).__name__)
total = 0
for i in range(10):
    i *= 2
    total += i
print(total, i)
for i in range(0):
    pass
else:
    print("empty", i)
for i in range(2**31 - 2, 2**31 + 2):
    print(i, end=" ")
for i in range(2**53 - 1, 2**53 + 2):
    print(i, end=" ")
for i in range(2**64, 2**64 + 3, 2):
    print(i, end=" ")
print()
n = 3
for i in range(n):
    n = 10
print(n, [i for i in range(3, -4, -3)])


class Index:
    def __index__(self):
        return 2


print(list(range(Index())), range(5)[Index()])
