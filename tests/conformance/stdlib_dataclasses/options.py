from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, dataclass, field
from typing import ClassVar


@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "x"


f = F(1)
print(f, hash(f) == hash(F(1)), F(1) < F(2), sorted([F(2), F(1, "z"), F(1, "a")]), {f: 1}[F(1)], F(1) >= F(1))
for action in (lambda: setattr(f, "a", 5), lambda: setattr(f, "new", 5), lambda: delattr(f, "a")):
    try:
        action()
    except FrozenInstanceError as error:
        print(type(error).__name__, error)


@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2
    count: ClassVar[int] = 0


s = S(a=1)
print(s, S.__slots__, hasattr(s, "__dict__"), S.count)
try:
    S(1)
except TypeError as error:
    print(error)


@dataclass
class I:
    base: int
    factor: InitVar[int] = 2
    product: int = field(init=False)
    _: KW_ONLY
    flag: bool = False

    def __post_init__(self, factor):
        self.product = self.base * factor


print(I(5), I(5, 3, flag=True), I.__init__.__name__)


@dataclass(init=False, repr=False, eq=False)
class Bare:
    x: int = 5


print(Bare().x, Bare() == Bare(), "Bare object" in repr(Bare()))


@dataclass
class Base:
    a: int = 1
    b: int = 2


@dataclass
class Child(Base):
    b: int = 20
    c: int = 3


print(Child(), Child(9, c=8), Child.__match_args__, Base() == Child(), [k for k in Child.__dataclass_fields__])


@dataclass(unsafe_hash=True)
class H:
    a: int


print(hash(H(1)) == hash(H(1)), H(1) in {H(1)})
match F(1, "q"):
    case F(1, b):
        print("matched", b)


@dataclass
class Loop:
    me: object = None


loop = Loop()
loop.me = loop
print(loop)
