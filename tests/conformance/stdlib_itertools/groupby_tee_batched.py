from itertools import batched, groupby, tee

print([(k, list(g)) for k, g in groupby("aaabbc")], [(k, len(list(g))) for k, g in groupby([1, 1, 2, 1])])
words = ["apple", "avocado", "banana", "blueberry", "cherry"]
print({k: list(g) for k, g in groupby(words, key=lambda w: w[0])}, [k for k, g in groupby([])])
groups = list(groupby("aab"))
print([list(g) for _, g in groups])
it = groupby("aab")
k1, g1 = next(it)
k2, g2 = next(it)
print(k1, list(g1), k2, list(g2))
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a))
x, y, z = tee("ab", 3)
print(list(x), list(y), list(z), tee([], 0))
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched("abcd", 2, strict=True)))
for call in (lambda: list(batched("abc", 2, strict=True)), lambda: batched("a", 0), lambda: tee("a", -1), lambda: groupby(5), lambda: batched("a")):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
