a = [1, 2, 3, 4, 5, 6]
seen = []
for x in a:
    seen.append(x)
    if x % 2 == 0:
        a.remove(x)
print(a, seen)
b = [1]
for x in b:
    if len(b) < 5:
        b.append(x + 1)
print(b)
it = iter(a)
next(it)
a.clear()
print(list(it), list(it))
a.extend([7, 8, 9])
print(list(it))
c = [1, 2, 3]
for i, x in enumerate(c):
    c[i] = x * 10
print(c)
r = reversed(c)
c.pop()
print(list(r))
