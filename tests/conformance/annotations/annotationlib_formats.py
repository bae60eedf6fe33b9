# New in 3.14: annotationlib
import annotationlib
from annotationlib import Format, get_annotations


def f(a: int, b: Missing, c: "quoted", d: list[Other | None] = 1) -> Missing.attr: ...


print(get_annotations(f, format=Format.STRING))
forward = get_annotations(f, format=Format.FORWARDREF)
print(forward["a"], type(forward["b"]).__name__, forward["b"].__forward_arg__, forward["c"])
try:
    get_annotations(f, format=Format.VALUE)
except NameError as error:
    print(error)


class C:
    x: int
    y: Unknown


print(get_annotations(C, format=Format.STRING), [f.name for f in Format], Format.VALUE == 1)
print(get_annotations(lambda: 0), annotationlib.type_repr(int), annotationlib.type_repr("s"))
