# Long needles in texts that repeat themselves are found, and in a time that grows no faster than the texts.
for kind in (str, str.encode, lambda text: text.replace("b", "\U0001f600")):
    for size in (70, 1000, 100_000):
        a, b = "a" * size, "b" * size
        hay = kind(a + a + b + a + a)
        needle = kind(a + b + b + a)
        print(hay.find(needle), hay.count(needle), (hay + needle).find(needle), (hay + needle).count(needle))
        print(hay.find(needle[:-1], 5), hay.rfind(needle[: 66]), needle in hay, needle in hay + needle)
    for size in (40, 1000, 30_000):
        needle = kind("ab" * size)
        hay = kind(("ab" * (size - 1) + "b") * 2)
        print(hay.find(needle), hay.count(needle), (hay + needle).find(needle), (hay + needle).count(needle))
    periodic = kind("abaab" * 400)
    for start, stop in ((0, 97), (1, 98), (2, 99), (1000, 1200), (1903, 2000)):
        part = periodic[start:stop]
        print(periodic.find(part), periodic.find(part, 7), periodic.find(part, 7, 100), periodic.rfind(part, 7, 500))
        print(periodic.count(part), len(periodic.split(part)), periodic.partition(part)[0] == periodic[: periodic.find(part)])
text = "x" * 200
print(text.find("y", 5, 10), text.rfind("x", 5, 10), text.find("x" * 70, 150, 200), text.find("", 201), text.rfind("", 300))
