for kind in (int, float, complex, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset, object):
    value = kind()
    print(kind.__name__, repr(value) if kind is not object else "object", bool(value) if kind is not object else True)
print(int(x := "5"), float("1"), str(object=b"x", encoding="ascii"), bytes(source=b"a"), complex(imag=1), dict(a=1), list((1,)), tuple("a"), set("a"), bool([]), bytearray(2))
print([type(t()).__name__ for t in (int, str, list)], type(list) is type, type(type(5)) is type, isinstance(int, type), callable(int))
for kind in (range, slice, type, map, zip, enumerate, property, staticmethod, super, memoryview, reversed, filter):
    try:
        print(kind.__name__, type(kind()).__name__)
    except (TypeError, RuntimeError) as error:
        print(kind.__name__, error)
