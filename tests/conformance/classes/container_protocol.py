# New in 3.14: messages
class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        print("get", key)
        return self.cells[key]

    def __setitem__(self, key, value):
        print("set", key, value)
        self.cells[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.cells[key]

    def __len__(self):
        return len(self.cells)

    def __contains__(self, key):
        print("contains", key)
        return "yes" if key in self.cells else ""


g = Grid()
g[1, 2] = "a"
g["k"] = [1]
g["k"] += [2]
print(g[1, 2], len(g), (1, 2) in g, 5 in g, 5 not in g, bool(g))
del g["k"]
try:
    g["missing"]
except KeyError as error:
    print("KeyError", error)


class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


print(list(Old()), 20 in Old(), 5 in Old(), [*Old()], max(Old()), dict(enumerate(Old())))
for case in ("object()[1]", "object()[1] = 2", "del object()[1]", "1 in object()", "len(object())", "iter(object())", "reversed(Old())", "5[0]", "None[0]", "(lambda: 0)[0]", "None[0] = 1", "5[0] += 1", "int[0]", "del 'a'[0]"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
