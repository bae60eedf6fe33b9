A = type("A", (), {"x": 1, "f": lambda self: self.x})
B = type("B", (A,), dict(y=2, __doc__="made"))
print(A, B, B().f(), B.__doc__, B.y, A.__name__, A.__module__, type(B), type(5), type(type), B.__mro__)
A.__name__ = "Renamed"
A.__qualname__ = "Quite.Renamed"
print(A, A.__name__, A().__class__)
for case in ("type('A', 5, {})", "type('A', (), 5)", "type(5, (), {})", "type('A', (int, str), {})", "type('A\\0', (), {})", "A.__name__ = 5", "del A.__name__", "int.x = 5", "int.real = 1", "type(5).foo = 1", "del int.real", "object.x = 1", "type.x = 1", "A.__dict__['x'] = 1", "type('A', (), {}, x=1)"):
    try:
        exec(case)
    except (TypeError, ValueError, AttributeError) as error:
        print(case, "->", error)
print(type(A.__dict__).__name__, sorted(k for k in A.__dict__ if not k.startswith("__")), isinstance(A, type), issubclass(type, object), isinstance(object, type), isinstance(type, object), type.__bases__, object.__bases__)
