print(repr(str()), str(5), str(1.5), str(None), str([1, "a"]), str("x"), str(b"abc"), str(b"caf\xc3\xa9", "utf-8"), str(b"\xff", errors="replace") == "\ufffd")
print(str(object=5), str(b"a", encoding="ascii"))


class A:
    def __str__(self):
        return "A as str"


class B:
    def __repr__(self):
        return "B as repr"


class C:
    def __str__(self):
        return 5


print(str(A()), str(B()), f"{A()} {B()!r}", [B()])
for call in (lambda: str(C()), lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"\xff", "utf-8"), lambda: str(b"a", "no-such")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
