# __enter__ and __exit__ are looked up on the class each time.
class C:
    def __enter__(self): return "enter"
    def __exit__(self, *args): return False


def use(c):
    with c as value:
        if value == "raise":
            raise ValueError("inside")
    return value


def loop(c):
    out = []
    for i in range(160):
        if i == 40: C.__enter__ = lambda self: "raise"
        if i == 80: C.__exit__ = lambda self, *args: True
        if i == 120: del C.__exit__
        try:
            value = use(c)
        except (ValueError, TypeError) as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


for line in loop(C()):
    print(line)
