# A field that can't be read raises when its turn comes: what is before it has been formatted.
import _string


class Loud:
    def __format__(self, spec):
        print("formatted", spec)
        return "loud"


for template in ["{0}}", "{a}{", "{}{0}{", "{5}{", "{0}{a{", "{0}{a:{}", "{0}{!}", "{0}{x", "{0!r"]:
    try:
        print(template.format(Loud()))
    except Exception as error:
        print(template, type(error).__name__, error)

parts = _string.formatter_parser("a{b}c}")
print(next(parts))
try:
    next(parts)
except ValueError as error:
    print(error)
