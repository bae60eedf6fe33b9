# Records of sys that cannot be made, and the encoding of text where none is given.
import io
import sys

for record in sys.flags, sys.version_info:
    try:
        type(record)()
    except TypeError as error:
        print(error)
print(len(sys.thread_info))
try:
    sys._is_interned(b"abc")
except TypeError as error:
    print(error)
print(open(__file__).encoding, io.TextIOWrapper(io.BytesIO()).encoding, sys.stdout.encoding)
text = io.TextIOWrapper(io.BytesIO("aä€\n".encode() * 3), encoding="locale")
print(text.encoding, text.read(2), text.tell(), text.read(3), text.tell())
for kind in io.FileIO, io.BytesIO, io.StringIO, io.BufferedReader:
    print(kind.closed.__doc__)
print(io.FileIO.mode.__doc__)
