# New in 3.14: annotations are evaluated when they are asked for (PEP 649)
def f(x: undefined_name, y: int = 1) -> also_undefined: ...


print(f(1))
try:
    f.__annotations__
except NameError as error:
    print(error)
undefined_name = str
also_undefined = list
print(f.__annotations__)


class Node:
    parent: Node | None
    children: list[Node]
    value: later
    count: int = 0


later = float
print(Node.__annotations__["parent"], Node.__annotations__["value"], sorted(Node.__annotations__))
print(type(Node.__annotate__).__name__, f.__annotate__(1), f.__annotate__.__name__)
try:
    f.__annotate__(2)
except NotImplementedError as error:
    print(type(error).__name__)


def effects(a: print("never printed")): ...


print(effects.__annotations__)
Node.__annotations__["count"] = "changed"
print(Node.__annotations__["count"])
f.__annotations__ = {"x": 1}
print(f.__annotations__, f.__annotate__)
f.__annotate__ = lambda format: {"made": format}
print(f.__annotations__)
