# New in 3.14: float.from_number
class A:
    def __init__(self):
        self.b, self.a = 1, 2


a = A()
print(vars(a), vars(a) is a.__dict__, [n for n in dir(a) if not n.startswith("_")], callable(A), callable(a), callable(len), callable("x"), callable(A.__init__))
print(id(a) == id(a), id(a) != id(A()), hash(1) == hash(1.0) == hash(True), isinstance(id(a), int), isinstance(hash("x"), int))
print([n for n in dir([]) if not n.startswith("_")])
print([n for n in dir({}) if not n.startswith("_")])
print([n for n in dir(set()) if not n.startswith("_")])
print([n for n in dir(()) if not n.startswith("_")], [n for n in dir(5) if not n.startswith("_")])
print([n for n in dir("") if not n.startswith("_")])
print([n for n in dir(b"") if not n.startswith("_")])
print([n for n in dir(1.5) if not n.startswith("_")], [n for n in dir(1j) if not n.startswith("_")], [n for n in dir(range(1)) if not n.startswith("_")], [n for n in dir(lambda: 0) if not n.startswith("_")])
print(sorted(n for n in dir(object())), sorted(n for n in dir(lambda: 0) if n not in dir(object())))
