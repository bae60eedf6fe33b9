from functools import singledispatch, singledispatchmethod
from collections.abc import Sequence


@singledispatch
def show(x, *rest):
    return f"object {x!r}"


@show.register
def _(x: int, *rest):
    return f"int {x} {rest}"


@show.register(list)
def show_list(x):
    return "list " + ", ".join(show(i) for i in x)


@show.register(Sequence)
def _(x):
    return f"sequence of {len(x)}"


@show.register
def _(x: float | complex):
    return f"float or complex {x}"


print(show(1, 2), show(True), show([1, "a"]), show((1, 2)), show("abc"), show(2.5), show(1j), show(None), sep="\n")
print(show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry), show_list([1]))


class Formatter:
    @singledispatchmethod
    def format(self, x):
        return "default"

    @format.register
    def _(self, x: str):
        return f"str {x}"

    @format.register(int)
    @classmethod
    def _(cls, x):
        return f"{cls.__name__} int {x}"


print(Formatter().format("a"), Formatter().format(1), Formatter().format(None))
try:
    show()
except TypeError as error:
    print(error)
try:
    show.register(5)
except TypeError as error:
    print(str(error).split(".")[0])
