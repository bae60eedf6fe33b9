import base64
import binascii
import hashlib
import hmac
import zlib

print(base64.b64encode(b"hello\xff"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"abc"), base64.b16encode(b"\x01\xab"), base64.b85encode(b"hello"), base64.a85encode(b"hello"))
try:
    base64.b64decode("abc")
except binascii.Error as error:
    print(error)
print(binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), binascii.crc32(b"hello"), zlib.crc32(b"hello"), zlib.adler32(b"hello"))
for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"):
    print(name, hashlib.new(name, b"abc").hexdigest()[:32], hashlib.new(name).digest_size)
h = hashlib.sha256()
h.update(b"a"); h.update(b"bc")
print(h.hexdigest() == hashlib.sha256(b"abc").hexdigest(), h.name, h.block_size, h.copy().digest() == h.digest(), hmac.new(b"k", b"m", "sha256").hexdigest()[:16], hmac.compare_digest("a", "a"))
data = b"repeat " * 100
print(zlib.decompress(zlib.compress(data)) == data, len(zlib.compress(data)) < 50, zlib.decompressobj().decompress(zlib.compress(b"x")))
for call in (lambda: zlib.decompress(b"junk"), lambda: hashlib.new("nope"), lambda: hashlib.sha256("text"), lambda: binascii.unhexlify("abc")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
