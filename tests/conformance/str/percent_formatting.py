# New in 3.14: message for %c
print("%s %r %a" % ("é", "é", "é"), "%d %i %u" % (1, 2.9, True), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))
print("%x %X %#x %o %#o" % (255, 255, 255, 8, 8), "%e %E %f %F %g %G" % (1.5, 1.5, 1.5, 1.5, 1.5, 1e-10))
print("%.2f %8.3f %-8.1f| %08.2f" % (3.14159, 3.14159, 3.14159, -3.14159), "%c%c" % (65, "B"), "100%%" % ())
print("%(name)s is %(age)03d" % {"name": "Ann", "age": 7}, "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159))
print("%s" % None, "%s" % [1, 2], "%s" % (("t",),), "%.2s|%5.1s|" % ("abc", "xyz"), "%s %s" % ("a", ("b",)))
print("%d" % 10**20, "%x" % 2**70, "%.0f" % 2.5, "%g" % 1e15, "%#.3g" % 1.0, "%5s%%" % 50, "%.3d" % 5, "%+.1e" % 12345)
cases = [("%d", "a"), ("%d %d", (1,)), ("%d", (1, 2)), ("%q", 1), ("%", ()), ("%(a)s", (1,)), ("%(b)s", {"a": 1}), ("%c", "ab"), ("%c", -1), ("%x", 1.5), ("%s", ()), ("%(a", {}), ("%f", "x"), ("abc", 1), ("%d", None), ("%*d", ("a", 1))]
for template, values in cases:
    try:
        print(template % values)
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(repr(template), type(error).__name__, error)
print("abc" % {}, "abc" % [], "%s" % {"k": 1})
