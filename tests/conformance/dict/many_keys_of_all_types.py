d = {}
for i in range(300):
    d[i] = "int"
    d[str(i)] = "str"
    d[i + 0.5] = "float"
    d[(i, i)] = "tuple"
    d[2**60 + i] = "big"
print(len(d), d[42], d["42"], d[42.5], d[(42, 42)], d[2**60 + 42])
for i in range(0, 300, 3):
    del d[i], d[str(i)], d[(i, i)]
print(len(d), 3 in d, "3" in d, (3, 3) in d, 4 in d, "4" in d, list(d)[:5])
d2 = dict(d)
print(d2 == d, len(d2), all(d2[k] == d[k] for k in d))
d2["__proto__"] = 1
d2["constructor"] = 2
print(d2["__proto__"], d2.get("toString"), "hasOwnProperty" in d2, list(d2)[-2:])
