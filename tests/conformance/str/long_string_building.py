parts = []
for i in range(2000):
    parts.append(f"{i % 10}")
text = "".join(parts)
print(len(text), text[:20], text.count("7"), text[-5:])
s = ""
for i in range(1000):
    s = s + "ab"
    if i % 100 == 0:
        s = s[1:]
print(len(s), s[0], s[-1], s.count("ab"), s.find("bb"), s.replace("ab", "")[:5])
u = "é" * 100 + "😀" * 100
print(len(u), u[99], u[100], u[-1], len(u[::2]), u.count("é"))
