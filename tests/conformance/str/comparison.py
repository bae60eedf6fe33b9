print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "Z" < "a", "é" > "z", "10" < "9")
print("a" == "a", "a" != "b", "a" == 1, "a" == b"a")
print(sorted(["banana", "Apple", "cherry", "apple", "10", "9", "_", "é", ""]))
print(sorted("hello World", key=str.casefold), max("abc", "abd"), min(["b", "a"]))
try:
    "a" < 1
except TypeError as error:
    print(error)
