class Dynamic:
    def __init__(self):
        self.real = "real"

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:].upper()
        raise AttributeError(f"no {name} here")


class Guarded:
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return f"fallback for {name}"

    def __setattr__(self, name, value):
        print("setattr", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)


d = Dynamic()
print(d.real, d.dyn_abc, hasattr(d, "dyn_x"), hasattr(d, "other"), getattr(d, "other", "default"))
try:
    d.other
except AttributeError as error:
    print(error)
g = Guarded()
g.secret = 5
g.open = 6
print(g.secret, g.open, g.missing, g.__dict__)
del g.open
print(g.open)
try:
    del g.nothing
except AttributeError as error:
    print(error)


class Raises:
    def __getattr__(self, name):
        raise ValueError("from getattr")

    @property
    def prop(self):
        raise AttributeError("inside property")


for case in (lambda: hasattr(Raises(), "x"), lambda: Raises().prop, lambda: getattr(Raises(), "y", 1)):
    try:
        case()
    except ValueError as error:
        print(error)
