# New in 3.14: Union is one type
import typing
from typing import Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Optional, Protocol, Self, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable

T = TypeVar("T", bound=int)
print(Optional[int], Union[int, str, int], Union[int], Callable[[int], str], Literal[1, "a"], ClassVar[int], Final, Any, T, list[T][int], dict[str, T].__parameters__)
print(get_origin(Optional[int]), get_args(Union[int, None]), get_args(Callable[[int, str], bool]), get_origin(list[int]), get_args(dict[str, int]), get_origin(5), Optional[None])


class Emp(NamedTuple):
    name: str
    id: int = 3


print(Emp("x"), Emp._field_defaults, Emp.__annotations__, Emp("y", 5)._asdict())


class Movie(TypedDict, total=False):
    name: typing.Required[str]
    year: int


print(Movie(name="a"), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, typing.is_typeddict(Movie))
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, UserId.__supertype__, cast(str, 5))


@runtime_checkable
class Sized(Protocol):
    def size(self) -> int: ...


class Has:
    def size(self): return 1


print(isinstance(Has(), Sized), isinstance(5, Sized))


class Box(Generic[T]):
    item: "T"
    other: Optional["Box"]


print(Box[int], Box.__parameters__, get_type_hints(Box), Box[int]().__orig_class__)
for case in ("Optional[1, 2]", "Union[()]", "Literal[int]", "Any()", "Box[int, str]", "TypeVar('A', int)", "Callable[int]", "isinstance(1, Any)", "List"):
    try:
        print(case, eval(case))
    except (TypeError, NameError) as error:
        print(case, "->", error)
print(typing.get_type_hints(lambda x: 0), typing.List[int], typing.Dict, typing.assert_never.__name__, typing.TYPE_CHECKING, typing.reveal_type.__name__)
