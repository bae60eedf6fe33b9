# Pipes and copies of descriptors.
# Needs a 64-bit platform: the numbers of errors and the flags of descriptors are those of Linux.
import errno
import os
import tempfile

r, w = os.pipe()
print(os.write(w, b"hello"), os.read(r, 3), os.read(r, 10))
print(os.get_inheritable(r), os.get_inheritable(w), os.get_blocking(r))
try:
    os.lseek(r, 0, 0)
except OSError as e:
    print(errno.errorcode[e.errno])
os.write(w, b"rest")
os.close(w)
with open(r, "rb", buffering=0) as f:
    print(f.read(2), f.readall(), f.read(5), f.seekable())
try:
    os.read(r, 1)
except OSError as e:
    print(e)

r, w = os.pipe()
copy = os.dup(w)
os.close(w)
os.write(copy, b"by a copy")
os.close(copy)
with open(r) as f:
    print(f.read())

with tempfile.TemporaryFile() as f:
    f.write(b"abcdef")
    f.flush()
    d = os.dup(f.fileno())
    os.lseek(d, 2, os.SEEK_SET)
    print(os.read(f.fileno(), 2), os.lseek(d, 0, os.SEEK_CUR))
    print(os.pread(d, 2, 1), os.pwrite(d, b"Z", 0), os.lseek(d, 0, os.SEEK_CUR))
    print(os.writev(d, [b"1", bytearray(b"23")]), os.pread(d, 10, 0))
    os.lseek(d, 0, os.SEEK_SET)
    first, second = bytearray(4), bytearray(9)
    print(os.readv(d, [first, second]), first, second)
    os.close(d)
    print(f.closed)

for call in (lambda: os.dup(999), lambda: os.dup2(999, 5), lambda: os.dup2(1, -1), lambda: os.write(999, b"")):
    try:
        call()
    except OSError as e:
        print(type(e).__name__, e)
