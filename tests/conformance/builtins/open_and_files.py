import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file.txt")
with open(path, "w", encoding="utf-8") as f:
    print(f.write("first\nsecond é\n"), f.writable(), f.readable(), f.mode, f.encoding, f.closed)
    f.writelines(["third\n", "fourth"])
    print("via print", file=f)
print(f.closed)
with open(path, encoding="utf-8") as f:
    print(repr(f.readline()), repr(f.read(3)), repr(f.read()), repr(f.read()), f.seek(0), f.readlines())
with open(path, encoding="utf-8") as f:
    print([line.rstrip("\n") for line in f])
with open(path, "a") as f:
    f.write("appended\n")
with open(path, "rb") as f:
    data = f.read()
    print(len(data), data[:8], f.tell(), f.seek(-9, 2), f.read())
with open(path, "r+") as f:
    f.write("FIRST")
    f.seek(0)
    print(f.readline())
with open(path, "wb") as f:
    f.write(b"a\r\nb\rc\n")
print(open(path).read().split("\n"), open(path, newline="").read().encode())
for arguments in ((os.path.join(folder, "missing.txt"),), (folder,), (path, "z"), (path, "rw"), (path, "x"), (path, "rb", -1, "utf-8"), (5.5,), ("",)):
    try:
        open(*arguments)
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, getattr(error, "strerror", None) or error)
try:
    f.read()
except ValueError as error:
    print(error)
print(os.path.exists(path), os.listdir(folder), os.path.getsize(path), os.remove(path), os.path.exists(path), os.rmdir(folder))
