# UTF-7, halves of surrogates, missing byte-order marks, names of codecs, notes, escapes that are none.
import io
import warnings
import codecs


def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(ascii(r)[:200])
    except Exception as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, "__notes__", ""))


for enc in ('utf-7',):
    for b in (b'a+IK', b'a+IK-b', b'a+IKx', b'+', b'+-', b'a+@b', b'+AGE', b'+2AE', b'\xff', b'+AG', b'a+2AEA-b', b'+AGE-', b'+AGEx', b'+//,', b'+2AH\xff',b'+A\xff'):
        t(codecs.utf_7_decode, b, 'strict', True); t(codecs.utf_7_decode, b, 'strict', False); t(codecs.utf_7_decode, b, 'replace', True); t(codecs.utf_7_decode, b, 'surrogateescape', True)
t(codecs.utf_7_encode, 'a\x7f+\u1234-\u1234+a\u1234\n\ud800~')
t(codecs.utf_8_decode, b'\xed\xa0', 'surrogatepass'); t(codecs.utf_8_decode, b'\xed', 'surrogatepass'); t(codecs.utf_8_decode, b'\xed\xa0', 'surrogatepass', True); t(codecs.utf_8_decode, b'\xed\xa0', 'strict'); t(codecs.utf_8_decode, b'\xed\xa0', 'replace'); t(codecs.utf_8_decode, b'\xed\x41', 'replace')
t(b'\xed\xa0'.decode, 'utf-8'); t(b'\xed\xa0\x41'.decode, 'utf-8'); t(b'\xe2\x82'.decode, 'utf-8')
for b in (b"\xff\xff", b"\xff\xff\xff\xff", b'\xff\xff\xff\xff\xff\xff\xff\xff', b'a\0'):
    for enc in ('utf-16', 'utf-32'):
        t(codecs.getreader(enc)(io.BytesIO(b)).read)
        t(codecs.getincrementaldecoder(enc)().decode, b, True)
        t(b.decode, enc)
for n in ('AAA-8', 'AAA---8', 'AAA   8', 'aaa\xe9\u20ac-8', 'AAA.8', 'a_b', '_a_', ' a ', '\xe9'):
    codecs.register(search := lambda name: print('search', ascii(name)))
    t(codecs.lookup, n)
    codecs.unregister(search)
t(codecs.lookup, 'a\0b'); t(codecs.lookup, '\ud800'); t(codecs.lookup, b'x'); t(''.encode, 'a\0')
t(codecs.lookup_error, 'a\0'); t(codecs.register_error, 'x', 1); t(b'\xff'.decode, 'utf-8', '\ud800')


def fails(data, errors='strict'):
    raise RuntimeError("failed")


def answers(data, errors='strict'):
    return data, 0


codecs.register(lambda n: codecs.CodecInfo(fails, fails, name=n) if n == 'fails' else None)
codecs.register(lambda n: codecs.CodecInfo(answers, answers, name=n) if n == 'same' else None)
t(b''.decode, 'fails'); t(''.encode, 'fails'); t(codecs.decode, b'', 'fails'); t(codecs.encode, b'', 'fails')
t(codecs.decode, b'zz', 'hex'); t(b''.decode, 'same'); t(''.encode, 'same'); t(codecs.encode, 1, 'same')


def warned(f, *a):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        t(f, *a)
    for w in caught:
        print(w.category.__name__, ascii(str(w.message)))


for data in (rb'\400', rb'\8\9\400', b'\\\xfa', rb'\777', rb'\z \400'):
    warned(codecs.escape_decode, data)
    warned(codecs.unicode_escape_decode, data)
