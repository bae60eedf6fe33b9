s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
s = {1, 2, 3}
try:
    for x in s:
        s.remove(x)
except RuntimeError as error:
    print(error)
s = {1, 2, 3}
for x in list(s):
    s.discard(x)
print(s)
for x in s:
    print("never")
print({x % 3 for x in range(10)}, {c for c in "a"}, {(x, y) for x in (1,) for y in (2,)}, {x for x in ()})
