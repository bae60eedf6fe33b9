"""A plug-in system with typing: protocols, abstract base classes, generics, and a registry."""

from __future__ import annotations

import inspect
import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from functools import singledispatch
from typing import Annotated, Any, ClassVar, Generic, Literal, NamedTuple, Protocol, Self, TypedDict, TypeVar, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable

T = TypeVar("T")
Kind = Literal["shape", "text", "number"]


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class Renderer(Protocol):
    def render(self, value: Any) -> str: ...


class Options(TypedDict, total=False):
    width: int
    fill: str


class Registry(Generic[T], Mapping[str, T]):
    """A read-only mapping of names to plug-ins; plug-ins enter through `register`."""

    def __init__(self, kind: Kind) -> None:
        if kind not in get_args(Kind):
            raise ValueError(f"kind must be one of {get_args(Kind)}")
        self.kind: Kind = kind
        self._items: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def register(self, item: T) -> T: ...
    @overload
    def register(self, item: str) -> Callable[[T], T]: ...
    def register(self, item):
        """As @register or as @register("name")."""
        if isinstance(item, str):
            return lambda actual: self._items.setdefault(item, actual)
        return self._items.setdefault(item.__name__.lower(), item)


class Plugin(ABC):
    """Subclasses that can be instantiated are collected automatically."""

    plugins: ClassVar[dict[str, type[Plugin]]] = {}
    priority: ClassVar[int] = 0
    name: str = "plugin"

    def __init_subclass__(cls, *, name: str | None = None, priority: int = 0, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.name, cls.priority = name or cls.__name__.lower(), priority
        if not inspect.isabstract(cls) and ABC not in cls.__bases__:
            Plugin.plugins[cls.name] = cls

    @abstractmethod
    def handles(self, value: object) -> bool: ...

    @abstractmethod
    def render(self, value: Any) -> str: ...

    def configure(self, **options: Any) -> Self:
        hints = get_type_hints(type(self))
        for key, value in options.items():
            expected = hints.get(key)
            if expected is None:
                raise TypeError(f"{self.name} has no option {key!r}")
            base = get_origin(expected) or expected
            limits = get_type_hints(type(self), include_extras=True)[key]
            if get_origin(expected) is Literal:
                valid = value in get_args(expected)
            else:
                valid = isinstance(value, base)
            if not valid:
                raise TypeError(f"{self.name}.{key} cannot be {value!r}")
            for check in getattr(limits, "__metadata__", ()):
                if not check.low <= value <= check.high:
                    raise ValueError(f"{key} must be between {check.low} and {check.high}")
            setattr(self, key, value)
        return self


class Range(NamedTuple):
    low: float
    high: float = math.inf


class Numbers(Plugin, priority=1):
    digits: Annotated[int, Range(0, 10)] = 2
    style: Literal["fixed", "exponent"] = "fixed"

    def handles(self, value: object) -> bool:
        return isinstance(value, (int, float)) and not isinstance(value, bool)

    def render(self, value: float) -> str:
        return f"{value:.{self.digits}{'f' if self.style == 'fixed' else 'e'}}"


class Tables(Plugin, name="table"):
    separator: str = " | "

    def handles(self, value: object) -> bool:
        return isinstance(value, Mapping)

    def render(self, value: Mapping[str, Any]) -> str:
        return self.separator.join(f"{k}: {render(v)}" for k, v in value.items())


class Sequences(Plugin):
    brackets: tuple[str, str] = ("<", ">")

    def handles(self, value: object) -> bool:
        return isinstance(value, (list, tuple, set)) and not isinstance(value, Named)

    def render(self, value: Any) -> str:
        items = sorted(value) if isinstance(value, set) else value
        return self.brackets[0] + " ".join(map(render, items)) + self.brackets[1]


class Fallback(Plugin, priority=-10):
    def handles(self, value: object) -> bool:
        return True

    def render(self, value: Any) -> str:
        return repr(value)


class Partial(Plugin):
    """Still abstract, so it is not collected."""

    def handles(self, value: object) -> bool:
        return True


_instances: list[Plugin] = []


def render(value: Any) -> str:
    if not _instances:
        _instances.extend(sorted((cls() for cls in Plugin.plugins.values()), key=lambda p: -p.priority))
    return next(p for p in _instances if p.handles(value)).render(value)


shapes: Registry[Callable[..., float]] = Registry("shape")


@shapes.register
def circle(radius: float) -> float:
    return math.pi * radius**2


@shapes.register("box")
def rectangle(width: float, height: float = 1.0) -> float:
    return width * height


@singledispatch
def describe(value: object) -> str:
    return f"something ({type(value).__name__})"


@describe.register
def _(value: int | float) -> str:
    return f"number {value}"


@describe.register(list)
def _(value: list[Any]) -> str:
    return f"list of {len(value)}: " + ", ".join(map(describe, value))


@describe.register
def _(value: Plugin) -> str:
    return f"plug-in {value.name}"


class Stack(Generic[T]):
    def __init__(self, *items: T) -> None:
        self.items = list(items)

    def map(self, function: Callable[[T], Any]) -> Stack[Any]:
        return Stack(*map(function, self.items))


def padded(text: str, options: Options) -> str:
    return text.center(options.get("width", 10), options.get("fill", " "))


def main() -> None:
    print("collected:", [(p.name, p.priority) for p in Plugin.plugins.values()])
    for value in (3.14159, True, {"a": 1, "b": [1, 2.5]}, {3, 1, 2}, "text", None):
        print(f"  {render(value)}")
    numbers = cast(Numbers, _instances[0])
    print(numbers.configure(digits=1, style="exponent").render(12345.678))
    for options in ({"digits": 20}, {"style": "roman"}, {"digits": "two"}, {"color": "red"}):
        try:
            numbers.configure(**options)
        except (TypeError, ValueError) as error:
            print(f"  {type(error).__name__}: {error}")
    for cls in (Plugin, Partial, Renderer):
        try:
            cls()
        except TypeError as error:
            print(f"  {error}")

    print("protocols:", isinstance(numbers, Renderer), isinstance(numbers, Named), isinstance("text", Named), issubclass(Numbers, Renderer))
    print("registry:", dict.fromkeys(shapes), len(shapes), f"{shapes['circle'](2):.3f}", shapes["box"](3, height=2), "hexagon" in shapes, shapes.get("hexagon"))
    for name, function in shapes.items():
        print(f"  {name}{inspect.signature(function)}", get_type_hints(function))
    try:
        Registry("colour")
    except ValueError as error:
        print(f"  {error}")

    print("dispatch:", describe(5), "|", describe([1, "x", numbers]), "|", describe(None), "|", describe.dispatch(bool).__name__)
    print("generics:", Stack[int], Stack[int](1, 2).map(str).items, Registry[int].__origin__.__name__, get_args(dict[str, list[int]]), get_origin(list[int]))
    print("typed dict:", padded("ab", {"width": 6, "fill": "*"}), padded("ab", Options(width=4)) + "|", sorted(Options.__annotations__), Options.__total__)
    print("hints:", get_type_hints(Numbers)["digits"], get_type_hints(Plugin.configure)["return"], Range(1), Range._field_defaults)


if __name__ == "__main__":
    main()
