import math
import types


class Plain:
    def __init__(self, v): self.v = v


class Slotted:
    __slots__ = ("v",)
    def __init__(self, v): self.v = v


class WithProperty:
    @property
    def v(self): return "property"


class ClassAttribute:
    v = "class attribute"


class Getattr:
    def __getattr__(self, name): return f"getattr {name}"


class Getattribute:
    def __getattribute__(self, name): return f"getattribute {name}"


class Descriptor:
    class D:
        def __get__(self, instance, owner): return "descriptor"
    v = D()


module = types.ModuleType("m")
module.v = "module attribute"


def read(objects):
    return [o.v for o in objects]


kinds = [Plain(1), Slotted(2), WithProperty(), ClassAttribute(), Getattr(), Getattribute(), Descriptor(), module, ClassAttribute, Descriptor]
for kind in kinds:
    print(read([kind] * 30)[-1], end="; ")
print()
print(read(kinds * 10) == [read([k])[0] for k in kinds] * 10)
p = Plain(1)
ps = [p] * 40
p.__dict__["v"] = "through dict"
print(read(ps)[-1])
Plain.v = property(lambda self: "data descriptor wins")
print(read(ps)[-1])
del Plain.v
del p.v
try:
    read(ps)
except AttributeError as error:
    print(error)
Plain.v = "class now"
print(read(ps)[-1])
Plain.__getattr__ = lambda self, name: "fallback"
del Plain.v
print(read(ps)[-1])
