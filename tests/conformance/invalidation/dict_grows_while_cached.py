# The dict of globals and of a module grows by hundreds of keys while a loop reads it.
import types

value = "kept"


def loop(n):
    out = set()
    for i in range(n):
        globals()[f"filler_{i}"] = i
        out.add(value)
        if i % 50 == 49:
            for j in range(i - 30, i):
                del globals()[f"filler_{j}"]
    return out


print(loop(400))
m = types.ModuleType("m")
m.v = 1


def read(n):
    total = 0
    for i in range(n):
        setattr(m, f"a{i}", i)
        total += m.v
        if i == 200:
            m.v = 10
    return total


print(read(300), len(vars(m)))
