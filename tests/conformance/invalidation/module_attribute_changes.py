# Attributes of a module: rebound, deleted, module __getattr__, its class replaced.
import types

m = types.ModuleType("m")
m.x = 1


class Special(types.ModuleType):
    @property
    def x(self): return "property"


def loop():
    out = []
    for i in range(200):
        if i == 40: m.x = 2
        if i == 80: del m.x
        if i == 120: m.__getattr__ = lambda name: f"<{name}>"
        if i == 160: m.__class__ = Special
        try:
            value = m.x
        except AttributeError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop())
