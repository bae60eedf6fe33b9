import io
import sys

print()
print(1, "a", None, 2.5, [1], sep="-", end="!\n")
print("no newline", end="")
print()
print(*range(3), sep="")
print("x", "y", sep=None, end=None)
print(sep="ignored", end="end\n")
out = io.StringIO()
print("to", "a buffer", file=out, flush=True)
print(repr(out.getvalue()))
print("stderr is elsewhere", file=sys.stdout)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


w = Writer()
print("a", 1, sep=", ", file=w)
print(w.parts)


class Loud:
    def __str__(self):
        return "str of Loud"


print(Loud(), [Loud().__class__.__name__], "é😀", "tab\tnl\n", b"x", ("t",))
for call in (lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, bad=1), lambda: print(file=5), lambda: print("x", file=object())):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
old, sys.stdout = sys.stdout, io.StringIO()
print("captured")
captured, sys.stdout = sys.stdout.getvalue(), old
print(repr(captured))
print(print(end="") is None)
