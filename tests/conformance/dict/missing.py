class Squares(dict):
    def __missing__(self, key):
        self[key] = value = key * key
        return value


s = Squares()
print(s[4], s[5], s, s.get(9), 9 in s, len(s), s.setdefault(2, "set"), "%(x)s" % Squares(x=1))


class Counter(dict):
    def __missing__(self, key):
        return 0


c = Counter()
for letter in "mississippi":
    c[letter] += 1
print(c, type(c).__name__, isinstance(c, dict), c == {"m": 1, "i": 4, "s": 4, "p": 2})
try:
    Squares()["a"]
except TypeError as error:
    print(error)
