import string

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello  wORLD-x y"), string.capwords("a-b", "-"))
t = string.Template("$who likes ${what}s, costs $$5")
print(t.substitute(who="tim", what="kid"), t.substitute({"who": "a"}, what="b"), t.safe_substitute(who="x"), t.get_identifiers(), t.is_valid())
for call in (lambda: t.substitute(who=1), lambda: string.Template("$").substitute(), lambda: string.Template("a\nb $1").substitute(), lambda: string.Template(5).substitute()):
    try:
        call()
    except (KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%a_b %ab %% $x").safe_substitute(a_b=1))
f = string.Formatter()
print(f.format("{0} {x!r:>5}", 1, x="a"), list(f.parse("a{b!r:>{w}}c{{d}}")), f.vformat("{} {}", (1, 2), {}))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(Default().format("{a} {missing} {0}", "pos", a=1))
