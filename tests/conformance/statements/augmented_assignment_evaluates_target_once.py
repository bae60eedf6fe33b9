log = []


class Box:
    def __init__(self):
        self.items = {"k": 1}

    def __getitem__(self, key):
        log.append(f"get {key}")
        return self.items[key]

    def __setitem__(self, key, value):
        log.append(f"set {key}={value}")
        self.items[key] = value

    def __getattr__(self, name):
        log.append(f"getattr {name}")
        return 10

    def __setattr__(self, name, value):
        log.append(f"setattr {name}")
        object.__setattr__(self, name, value)


def box():
    log.append("box()")
    return b


def key():
    log.append("key()")
    return "k"


b = Box()
log.clear()
box()[key()] += 5
print(log, b.items)
log.clear()
box().x -= 3
print(log, b.x)
log.clear()
lst = [1, 2, 3, 4]
lst[1:3] += [9]
print(lst)
d = {"n": []}
d["n"] += [1]
d["n"] += (2, 3)
print(d)
try:
    d["missing"] += 1
except KeyError as error:
    print(error)
try:
    undefined += 1
except NameError as error:
    print(error)
n = 5
n += (n := 10)
print(n)
