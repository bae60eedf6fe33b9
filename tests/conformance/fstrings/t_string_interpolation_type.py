# New in 3.14: template strings (PEP 750)
# string.templatelib.Interpolation: what it takes, shows and matches; and convert().
import copy
import pickle
from string.templatelib import Interpolation, Template, convert


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Interpolation(1))
attempt(lambda: Interpolation(1, "e"))
attempt(lambda: Interpolation(1, "e", "r", "spec"))
attempt(lambda: Interpolation(value=1, expression="e", conversion="a", format_spec=">5"))
attempt(lambda: Interpolation(1, "e", None))
attempt(lambda: Interpolation())
attempt(lambda: Interpolation(1, 2))
attempt(lambda: Interpolation(1, "e", "q"))
attempt(lambda: Interpolation(1, "e", 1))
attempt(lambda: Interpolation(1, "e", "rr"))
attempt(lambda: Interpolation(1, "e", ""))
attempt(lambda: Interpolation(1, "e", "r", 5))
attempt(lambda: Interpolation(1, "e", "r", "s", 1))
attempt(lambda: Interpolation(1, no=1))
attempt(lambda: Interpolation.__match_args__)
attempt(lambda: Interpolation(1, "e") == Interpolation(1, "e"))
attempt(lambda: setattr(Interpolation(1), "value", 2))
attempt(lambda: setattr(Interpolation(1), "other", 2))
attempt(lambda: type("I", (Interpolation,), {}))
attempt(lambda: Interpolation[int])
attempt(lambda: format(Interpolation(1, "e"), ">3"))
attempt(lambda: repr(copy.deepcopy(Interpolation([1], "e", "s", "x"))))
attempt(lambda: repr(pickle.loads(pickle.dumps(Interpolation([1], "e", "s", "x")))))
attempt(lambda: repr(Interpolation([1], "e", "s", "x").__reduce__()[1]))
for conversion in ["r", "s", "a", None, "q", "", 1]:
    attempt(lambda: convert("é", conversion))


def render(template):
    parts = []
    for part in template:
        match part:
            case str():
                parts.append(part)
            case Interpolation(value, _, None, ""):
                parts.append(f"<{value}>")
            case Interpolation(value, expression, conversion, spec):
                parts.append(f"<{expression}:{format(convert(value, conversion), spec)}>")
    return "".join(parts)


def kind(template):
    match template:
        case Template(strings=("",)):
            return "empty"
        case Template(interpolations=()):
            return "text"
        case Template(strings=(first, *_), values=[int(n), *_]):
            return first, n
        case Template(values=values):
            return values


x, s = 5, "é"
print(render(t"a{x}b{s!r:>6}c{x:03}{s!a}"))
for t in [t"", t"text", t"a{x}", t"{s}{x}"]:
    print(kind(t))
