print(b"%d %s %b %x" % (5, b"abc", b"x", 255), b"%5d|%-4s|" % (1, b"a"), b"%c" % 65, b"%r %a" % ("é", "é"), b"%.2f%%" % 1.234)
print(b"%(k)s" % {b"k": b"v"}, bytearray(b"%d") % 3)
for case in ("b'%s' % 'a'", "b'%d' % 'a'", "b'%c' % 300", "b'%b' % 5", "b'%d %d' % (1,)"):
    try:
        print(eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
