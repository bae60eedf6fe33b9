def attempt(label, body):
    d = {i: str(i) for i in range(4)}
    try:
        body(d)
        print(label, "finished", d)
    except RuntimeError as error:
        print(label, error)


def add(d):
    for k in d:
        d[k + 10] = 1


def remove(d):
    for k in d:
        del d[k]


def items_add(d):
    for k, v in d.items():
        d["new"] = 1


def same_size(d):
    for k in d:
        d[k] = "updated"


def swap(d):
    for k in d:
        del d[k]
        d[k + 100] = 1


def over_copy(d):
    for k in list(d):
        del d[k]


def values_pop(d):
    for v in d.values():
        d.popitem()


for label, body in list(globals().items()):
    if callable(body) and label != "attempt":
        attempt(label, body)
it = iter({1: 1})
print(it.__length_hint__(), next(it), next(it, "end"))
