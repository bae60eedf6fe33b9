# New in 3.14: annotationlib
# type_repr() is how STRING shows values that are there already.
import collections
import typing
from annotationlib import type_repr


class Outer:
    class Inner[T]:
        def method(self): ...


def function(): ...


for value in [int, Outer, Outer.Inner, Outer.Inner[int], Outer.Inner.method, function, len, list[int], dict[str, "x"], int | None, "text", 1, 1.5, None, ..., [int, str], (int, "s"), typing.Any, typing.Optional[int], typing.Callable[[int], str], typing.Literal["a", 1], collections.OrderedDict, print, [].append, typing.TypeVar("T"), True, b"x", t"text", type(None), typing.Union[int, str]]:
    text = type_repr(value)
    print(text if " at 0x" not in text else text.split(" at 0x")[0])
for arguments in [(), (1, 2)]:
    try:
        print(type_repr(*arguments))
    except TypeError as error:
        print(error)
