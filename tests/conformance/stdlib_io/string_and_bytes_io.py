import io

s = io.StringIO("first\nsecond\r\nthird")
print(repr(s.readline()), repr(s.read(3)), s.tell(), repr(s.read()), repr(s.read()), s.seek(0), s.readlines(), s.seek(2), s.write("XX"), repr(s.getvalue()), s.truncate(4), repr(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.closed)
print([line for line in io.StringIO("a\nb\n")], io.StringIO("a\r\nb", newline=None).read() == "a\nb", repr(io.StringIO(newline="\r\n").write("a\n")))
s.close()
try:
    s.read()
except ValueError as error:
    print(error)
b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.getvalue(), b.seek(-2, 2), b.read(), b.seek(0), b.write(b"XY"), b.getvalue(), bytes(b.getbuffer()[:2]), b.readinto(bytearray(2)), b.tell())
for case in ("io.StringIO(b'x')", "io.BytesIO('x')", "io.StringIO().write(b'x')", "io.BytesIO().write('x')", "io.StringIO().seek(-1)", "io.StringIO('abc').seek(1, 1)", "io.BytesIO().seek(-1)", "io.StringIO().fileno()"):
    try:
        print(case, eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
t = io.TextIOWrapper(io.BytesIO(b"caf\xc3\xa9\nx"), encoding="utf-8")
print(t.readline(), t.read(), t.encoding, t.buffer.getvalue())
w = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", errors="replace", newline="\r\n")
w.write("é€\n")
w.flush()
print(w.buffer.getvalue(), isinstance(w, io.TextIOBase), isinstance(b, io.IOBase))
r = io.BufferedReader(io.BytesIO(b"peekable"))
print(r.peek(4)[:4], r.read(4), r.read1(2), r.read())


class Upper(io.RawIOBase):
    def __init__(self): self.data = []
    def writable(self): return True
    def write(self, b):
        self.data.append(bytes(b).upper())
        return len(b)


u = Upper()
with io.TextIOWrapper(io.BufferedWriter(u)) as f:
    print("through layers", file=f)
print(u.data)
