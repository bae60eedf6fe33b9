# New in 3.14: annotations of make_dataclass
from dataclasses import MISSING, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace


@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: int = field(default=7, repr=False, compare=False)

    def total(self):
        return self.x + self.y


p = P(1, tags=["a"])
print(p, p == P(1, 0, ["a"]), p == P(2), p != P(2), p.total(), p.hidden, P(1).tags is P(1).tags, p == (1, 0))
print(asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(p)], fields(P)[1].default, fields(P)[0].default is MISSING, is_dataclass(p), is_dataclass(int), P.__match_args__, P.__hash__)
print([(f.name, f.type, f.init, f.repr, f.compare) for f in fields(P)][2:])
D = make_dataclass("D", ["a", ("b", int), ("c", str, field(default="z"))], namespace={"f": lambda self: self.a})
print(D(1, 2), D(1, 2).f(), D.__annotations__)


@dataclass
class Nested:
    p: P
    d: dict


n = Nested(P(1), {"k": [P(2)]})
print(asdict(n), n, asdict(n, dict_factory=lambda items: sorted(k for k, v in items)))
for case in ("P()", "P(1, 2, [], 3, 4)", "P(z=1)", "hash(p)", "p < P(2)", "replace(p, z=1)", "asdict(5)", "fields(5)", "P.x"):
    try:
        print(case, eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
for source in ("@dataclass\nclass B:\n a: int = 1\n b: int", "@dataclass\nclass B:\n a: list = []", "@dataclass\nclass B:\n a: int = field(default=1, default_factory=int)", "@dataclass(order=True, eq=False)\nclass B: pass", "@dataclass(order=True)\nclass B:\n def __lt__(self, o): ..."):
    try:
        exec(source)
    except (TypeError, ValueError) as error:
        print(error)
