# New in 3.14: only annotations that were executed count
flag = False


class C:
    a: int
    if flag:
        b: str
    else:
        c: float
    for i in range(2):
        d: list
    try:
        1 / 0
        e: int
    except ZeroDivisionError:
        f: int


print(C.__annotations__)
if flag:
    g: int
else:
    h: str = "x"
print(__import__("sys").modules["__main__"].__annotations__)
