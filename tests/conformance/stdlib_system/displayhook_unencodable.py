# What the encoding of sys.stdout lacks is escaped by sys.displayhook, and nothing else.
import io
import sys

stdout = sys.stdout
for encoding in "ascii", "latin-1", "utf-8", "utf-16":
    buffer = io.BytesIO()
    sys.stdout = io.TextIOWrapper(buffer, encoding)
    sys.displayhook("a=\xe9 b=\udc80 c=\U00010000 d=\U0010ffff")
    sys.stdout.flush()
    sys.stdout, text = stdout, sys.stdout
    print(encoding, buffer.getvalue())


class Narrow:
    encoding = "latin-1"

    def write(self, text):
        text.encode(self.encoding)
        print(ascii(text), file=stdout)


sys.stdout = Narrow()
sys.displayhook("\xe9\u20ac")
sys.stdout = stdout
