print("a" + "b", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 5, "x" * True)
s = "x"
for i in range(5):
    s += str(i)
print(s)
for call in (lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" * 1.5, lambda: "a" - "b", lambda: "a" + None, lambda: "a" + b"b", lambda: -"a"):
    try:
        call()
    except TypeError as error:
        print(error)
