# A union accepts on its other side what `typing` accepts: strs become forward references.
import typing


def attempt(f):
    try:
        result = f()
        print(type(result).__name__, result)
    except Exception as error:
        print(type(error).__name__, error)


u = int | str
for other in -7, "a", [], {}, ..., 1.5, print, None, typing.Any, typing.Generic, typing.ClassVar[int], (1, 2), u, list[int], "a b":
    attempt(lambda: u | other)
    attempt(lambda: other | u)
    attempt(lambda: int | other)
    attempt(lambda: typing.Union[int, other])
attempt(lambda: (u | -7).__args__)
attempt(lambda: hash(u | []))
attempt(lambda: (u | []) == (u | []))
attempt(lambda: isinstance("", u | 5))
attempt(lambda: isinstance(1.5, u | 5))
attempt(lambda: issubclass(float, u | 5))
attempt(lambda: u.__or__(5))
attempt(lambda: u | 1.5 | 1.5 | True | 1)
