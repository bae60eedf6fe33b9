class Dog:
    kind = "canine"
    tricks = []

    def __init__(self, name):
        self.name = name

    def add(self, trick):
        self.tricks.append(trick)


a, b = Dog("a"), Dog("b")
a.add("roll")
print(b.tricks, a.kind, Dog.kind)
a.kind = "special"
print(a.kind, b.kind, Dog.kind, a.__dict__, b.__dict__)
Dog.kind = "changed"
print(a.kind, b.kind)
del a.kind
print(a.kind)
Dog.later = lambda self: self.name.upper()
print(b.later(), hasattr(a, "later"), "later" in vars(Dog), getattr(a, "none", "default"))
setattr(a, "odd name", 1)
print(getattr(a, "odd name"), vars(a))
delattr(a, "odd name")
for case in ("a.nope", "Dog.nope", "del a.nope", "del a.later", "Dog.add()", "Dog()", "Dog.name", "a.name.nope", "getattr(a, 5)", "setattr(a, 5, 1)", "del Dog.nope"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
