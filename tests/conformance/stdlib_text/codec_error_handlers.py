# Error handlers of one's own: what they may answer, and that they may replace the object.
import codecs


def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(ascii(r)[:200])
    except Exception as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, "__notes__", ""))


# handler that replaces object
def h(exc):
    exc.object = b'\x80abc'
    return ('<>', 1)
codecs.register_error('t.h', h)
for enc in ('utf-8','ascii','utf-7','unicode-escape', 'raw-unicode-escape', 'latin-1','cp1252', 'punycode'):
    print(enc, end=' ')
    t(b'\xffzz'.decode, enc, 't.h')
def h3(exc):
    exc.object = b'abc'+b'\xe2\x82\xac'*3
    return ('<>', -3)
codecs.register_error('t.h3', h3)
t(b'\xff'.decode, 'utf-8', 't.h3')
def h4(exc):
    exc.object = 'text'
    return ('x', 1)
codecs.register_error('t.h4', h4)
t(b'\xff'.decode, 'utf-8', 't.h4')
t(b'\xff'.decode, 'cp1252', 't.h4')
# encode handlers
def mk(rv):
    def f(exc): return rv
    codecs.register_error('t.e', f)
for rv in (('?',1), (b'?', 1), ('\u20ac', 1), ('?', 100), 'x', (1,1), ('?', 1.5), ('\xff',1), ['a',1], ('?',), (b'\xff\xfe', 1), ('', 1), (b'abc', 1)):
    mk(rv)
    for enc in ('ascii','latin-1','utf-8','utf-16','utf-32', 'cp1252', 'utf-16-le'):
        print(rv, enc, end=' ')
        t('\ud800\u1234'[:1] .encode, enc, 't.e')
    print('dec', end=' ')
    t(b'\xff'.decode, 'ascii', 't.e')
    t(b'\xff'.decode, 'utf-8', 't.e')
t('a'.encode, 'utf-8', 'nope'); t('\ud800'.encode, 'utf-8', 'nope'); t(b'\xff'.decode, 'utf-8', 'nope')
