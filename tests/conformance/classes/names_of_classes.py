# What a class may be called.
for name in "\ud800x", "a\0b", "ä", "", "two words":
    try:
        cls = type(name, (), {})
        print(repr(cls.__name__))
        cls.__name__ = name
    except (UnicodeEncodeError, ValueError) as error:
        print(type(error).__name__, error)


class Renamed:
    pass


for name in "\udfff", "\0", 3, None:
    try:
        Renamed.__name__ = name
    except (UnicodeEncodeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(Renamed.__name__)
