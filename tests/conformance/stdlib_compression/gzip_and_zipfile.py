import gzip
import io
import zipfile

text = b"The quick brown fox jumps over the lazy dog.\n" * 30
packed = gzip.compress(text, mtime=0)
print(len(packed), packed[:10].hex(), gzip.decompress(packed) == text)
buffer = io.BytesIO()
with gzip.GzipFile(filename="fox.txt", mode="wb", fileobj=buffer, mtime=1) as file:
    print(file.write(text), file.tell())
buffer.seek(0)
with gzip.open(buffer, "rt") as file:
    lines = file.readlines()
    print(len(lines), lines[0], end="")
print(gzip.decompress(packed + packed) == text * 2)
for bad in (b"not gzip", packed[:-4], packed[:-8] + b"\0" * 8, packed[:40], b"\x1f\x8b\x07" + packed[3:]):
    try:
        print(gzip.decompress(bad))
    except Exception as error:
        print(type(error).__name__, error)

archive = io.BytesIO()
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
    target.writestr(zipfile.ZipInfo("a.txt", (2020, 1, 2, 3, 4, 6)), text, zipfile.ZIP_DEFLATED)
    target.writestr(zipfile.ZipInfo("folder/b.txt", (2020, 1, 2, 3, 4, 6)), text[:50], zipfile.ZIP_STORED)
    target.comment = b"two files"
with zipfile.ZipFile(archive) as source:
    print(source.namelist(), source.comment, source.testzip())
    for info in source.infolist():
        print(info.filename, info.file_size, info.compress_size, hex(info.CRC), info.date_time, info.compress_type)
    print(source.read("a.txt") == text, source.open("folder/b.txt").read(9))
    source.printdir()
    try:
        source.read("c.txt")
    except KeyError as error:
        print(error)
damaged = bytearray(archive.getvalue())
damaged[40] ^= 0xFF
try:
    print(zipfile.ZipFile(io.BytesIO(damaged)).read("a.txt"))
except Exception as error:
    print(type(error).__name__, error)
try:
    zipfile.ZipFile(io.BytesIO(b"not a zip"))
except zipfile.BadZipFile as error:
    print(error)
