for s in ("abc", "", "abcd"):
    print(repr(s.center(8)), repr(s.center(7, "*")), repr(s.ljust(6, ".")), repr(s.rjust(6)), repr(s.center(2)))
print("42".zfill(5), "-42".zfill(5), "+1".zfill(4), "".zfill(2), "abc".zfill(2), "--1".zfill(5))
try:
    "a".center(5, "ab")
except TypeError as error:
    print(error)
try:
    "a".ljust("5")
except TypeError as error:
    print(error)
