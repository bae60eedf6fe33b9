for x in [1, 2, 3]:
    if x == 2:
        continue
    print(x)
else:
    print("else")
for x in "abc":
    if x == "b":
        break
else:
    print("never")
print("left at", x)
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xy")]:
    print(a, b, c)
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
d = {}
for d["key"] in (1, 2):
    pass
lst = [0, 0]
for lst[1] in "pq":
    pass
print(d, lst)
for x in (): pass
else: print("empty", x)
for x in 1, 2, *[3, 4]: print(x, end=" ")
print()
for k, v in {"a": 1}.items(): print(k, v)
for i, (a, b) in enumerate(zip("ab", [1, 2]), start=5): print(i, a, b)
for _ in range(2): print(_, end="")
print()
for x in reversed([1, 2]): print(x, end=" ")
for x in sorted({"b", "a"}): print(x, end=" ")
for x in iter("yz"): print(x, end=" ")
print()


def f():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                return "returned at 3"
        finally:
            print("finally", i)


print(f())
