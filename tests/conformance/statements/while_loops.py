n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
    print(n)
else:
    print("else ran")
while True:
    n -= 1
    if n == 0:
        break
else:
    print("never")
while n:
    print("never")
else:
    print("else of a loop that never ran")
outer = 0
while outer < 3:
    inner = 0
    while True:
        inner += 1
        if inner > outer:
            break
        if inner == 2:
            continue
    outer += 1
print(outer, inner)
items = [1, 2, 3]
while items: print(items.pop(), end=" ")
print()
i = 10
while (i := i - 3) > 0: print(i, end=" ")
print(i)
while 0: pass
while not (i := 5): pass
print(i)


def find(n):
    while True:
        for x in range(n):
            if x * x > n:
                return x
            else:
                pass
        n += 1


print(find(10))
