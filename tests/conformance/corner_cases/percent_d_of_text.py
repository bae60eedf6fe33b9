# %d of what has __float__ only asks int(), which reads text.
class Text(str):
    def __float__(self):
        return 1.5

class Raw(bytes):
    def __float__(self):
        return 1.5

class Real:
    def __float__(self):
        return 1.5

for value in (Text(), Text("12"), Text("x"), Raw(b"7"), Raw(b"z"), Real(), "12", b"12", 1j):
    for form in ("%d", "%i", "%u", "%x"):
        for kind in (str, bytes):
            try:
                print(form % value if kind is str else form.encode() % value)
            except Exception as error:
                print(type(error).__name__, error)
