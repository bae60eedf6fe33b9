# New in 3.14: a message
import string
from _string import formatter_field_name_split, formatter_parser


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: list(formatter_parser("a{b!r:c}d{{}}{e[0].f}")))
show(lambda: list(formatter_parser("")))
show(lambda: list(formatter_parser("a{0:{1}}b")))
for text in ("{", "}", "{!r}{!}", "{!rx}", "{a"):
    show(lambda: list(formatter_parser(text)))
show(lambda: formatter_parser(3))
for name in ("a.b[c][0]", "0.b", "", "a[b", "a.", "a[]", "a[0]x"):
    show(lambda: (lambda first, rest: (first, list(rest)))(*formatter_field_name_split(name)))


class Shouting(string.Formatter):
    def get_value(self, key, args, kwargs):
        return str(super().get_value(key, args, kwargs)).upper()

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))


print(Shouting().format("{0}-{name!r:>8}-{0[1]}{{}}", "ab", name="x", rest=1))
show(lambda: string.Formatter().format("{} {0}", 1))
