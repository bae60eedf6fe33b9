s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("bra", -4), s.find("z"), s.find("a", 1, 3), s.find("a", 5, 2))
print(s.rfind("a"), s.rfind("a", 0, -1), s.rfind("z"), s.index("cad"), s.rindex("abra"))
print(s.count("a"), s.count("abra"), s.count(""), s.count("a", 3), "aaaa".count("aa"), "".count(""))
print(s.find(""), s.rfind(""), s.find("", 20), s.find("", 11), s.find("a", None, None))
print("bra" in s, "" in s, "xyz" in s, "abracadabra!" in s)
for call in (lambda: s.index("z"), lambda: s.rindex("z"), lambda: s.find(1), lambda: 1 in s, lambda: s.count()):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
