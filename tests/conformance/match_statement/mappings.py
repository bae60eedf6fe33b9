def f(x):
    match x:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "rect", "w": w, "h": h, **rest}:
            return f"rect {w}x{h} {rest}"
        case {"nested": {"list": [first, *_]}}:
            return f"nested {first}"
        case {1: one, None: none}:
            return f"{one} {none}"
        case {"optional": (int() | float()) as n}:
            return f"number {n}"
        case {}:
            return "any mapping"
        case _:
            return "no mapping"


for value in ({"type": "circle", "r": 1, "extra": 2}, {"type": "circle"}, {"type": "rect", "w": 1, "h": 2, "id": 3}, {"type": "rect", "h": 2, "w": 1}, {"nested": {"list": (7, 8)}}, {1: "a", None: "b"}, {True: "a", None: "b"}, {"optional": 2.5}, {"optional": "x"}, {}, [], "x", {"a": 1}.items()):
    print(value, "->", f(value))


class Missing(dict):
    def __missing__(self, key):
        return "made up"


match Missing():
    case {"key": value}:
        print("never", value)
    case _:
        print("__missing__ is not used")
import types

match types.MappingProxyType({"k": 1}):
    case {"k": v, **rest}:
        print(v, rest, type(rest).__name__)
key = "dynamic"


class K:
    name = "dynamic"


match {"dynamic": 5}:
    case {K.name: v}:
        print(v)
