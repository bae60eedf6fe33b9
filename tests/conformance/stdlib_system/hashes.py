# Hashes, their classes and what they refuse.
import hashlib, _blake2, _sha3, _md5, _sha2, _sha1
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r).split(' at 0x')[0])
    except Exception as e: print(type(e).__name__, e)
for n in ('md5','sha1','sha224','sha256','sha384','sha512','sha3_224','sha3_256','sha3_384','sha3_512','blake2b','blake2s','shake_128','shake_256'):
    h = getattr(hashlib, n)(b'abc'); print(n, h.name, h.digest_size, h.block_size, (h.hexdigest(8) if 'shake' in n else h.hexdigest()))
    h.update(b'x'); g = h.copy(); print(type(g) is type(h))
t(lambda: _blake2.blake2b.SALT_SIZE); t(lambda: hashlib.blake2s.MAX_KEY_SIZE); t(lambda: _blake2.blake2b(b'a', digest_size=99)); t(lambda: _blake2.blake2b(b'a', key=b'k' * 70)); t(lambda: hashlib.blake2b(b'a', digest_size=8, salt=b'ab', person=b'q', key=b'k').hexdigest())
t(lambda: _md5.MD5Type()); t(lambda: _sha2.SHA224Type()); t(lambda: type(_sha3.sha3_224())); t(_sha3.sha3_224, 'a'); t(_md5.md5, 'a'); t(_blake2.blake2b, 'a'); t(_sha3.sha3_224, string=b'a'); t(_sha3.shake_128().digest); t(_sha3.shake_128().digest, -1); t(lambda: _sha3.shake_128().digest(length=2))
t(lambda: _md5.md5().update()); t(lambda: type('X', (_sha3.sha3_224,), {})); t(lambda: type('X', (_blake2.blake2b,), {}))
