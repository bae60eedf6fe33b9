# New in 3.14: template strings (PEP 750)
# string.templatelib.Template: made from strings and interpolations in any order, immutable, compared by identity.
import copy
import pickle
import string.templatelib
from string.templatelib import Interpolation, Template


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


x = 1
print(sorted(name for name in dir(string.templatelib) if name[0] != "_"))
print(Template, Interpolation, type(t"{x}") is Template, Template.__module__)
one = Interpolation(1, "one")
for arguments in [(), ("a",), ("a", "b"), (one,), (one, one), ("a", "b", one, one, "c", "d"), ("", one, "")]:
    made = Template(*arguments)
    print(made.strings, made.values, [type(part).__name__ for part in made])
    print(made)
attempt(lambda: Template(1))
attempt(lambda: Template("a", None))
attempt(lambda: Template(a=1))
attempt(lambda: Template(["a"]))
attempt(lambda: repr(t"a{x!r:>5}b"))
attempt(lambda: str(t"{x}"))
attempt(lambda: format(t"{x}", ""))
attempt(lambda: format(t"{x}", ">5"))
attempt(lambda: f"{t'a{x}'}")
attempt(lambda: t"a" == t"a")
attempt(lambda: (lambda t: t == t)(t"a{x}"))
attempt(lambda: t"a" < t"b")
attempt(lambda: hash(t"a") is not None)
attempt(lambda: len(t"a"))
attempt(lambda: (lambda t: t[0])(t"a"))
attempt(lambda: bool(t""))
attempt(lambda: "a" in t"a")
attempt(lambda: list(t"{x}{x}"))
attempt(lambda: next(iter(t"a{x}")))
attempt(lambda: type(iter(t"a")))
attempt(lambda: iter(iter(t"a")).__next__())
attempt(lambda: setattr(t"a", "strings", ()))
attempt(lambda: setattr(t"a", "values", ()))
attempt(lambda: setattr(t"a", "other", ()))
attempt(lambda: type("T", (Template,), {}))
attempt(lambda: t"a".values)
attempt(lambda: t"a{x}b".interpolations)
attempt(lambda: Template[int])
attempt(lambda: copy.copy(t"a{x}b").strings)
attempt(lambda: pickle.loads(pickle.dumps(t"a{x!r:>3}b")).interpolations)
attempt(lambda: Template.__new__(Template, "a").strings)
attempt(lambda: Template.__new__(int))
attempt(lambda: "".join(t"a"))
attempt(lambda: "%s" % t"a")
attempt(lambda: "".join([*t"ab"]))
