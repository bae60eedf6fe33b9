class Both:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __format__(self, spec): return f"format({spec})"
    def __bytes__(self): return b"bytes"


class OnlyRepr:
    def __repr__(self): return "only repr"


class Plain:
    pass


b = Both()
print(b, str(b), repr(b), [b], {b: b}, f"{b} {b!s} {b!r} {b:x}", "%s %r" % (b, b), format(b), bytes(b), "{}".format(b), "{!r:>6}".format(b))
print(OnlyRepr(), f"{OnlyRepr()}", f"{OnlyRepr():}", str(OnlyRepr()))
print(repr(Plain()).startswith("<__main__.Plain object at 0x"), Plain, repr(Plain), str(int), repr(type(None)), type(Plain))


class Bad:
    def __repr__(self): return 5
    def __str__(self): raise ValueError("str failed")
    def __format__(self, spec): return 1


for case in (lambda: repr(Bad()), lambda: str(Bad()), lambda: format(Bad()), lambda: f"{Plain():>10}", lambda: [Bad()].__repr__()):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)


class Outer:
    class Inner:
        pass


print(Outer.Inner, Outer.Inner.__qualname__, Outer.Inner.__name__, Outer.Inner.__module__)
print(print, len, [].append.__class__, int.__add__, str.join, dict.fromkeys.__class__, type(int.__dict__["real"]), type(object.__init__))
