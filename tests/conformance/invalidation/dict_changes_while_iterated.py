# A dict that changes its size under a hot loop raises; one that only changes values doesn't.
def walk(d, act):
    out = []
    for k in d:
        out.append(k)
        act(d, k)
    return out


for _ in range(60):
    walk({1: 1, 2: 2}, lambda d, k: d.__setitem__(k, 5))
for act in (lambda d, k: d.update({k + 10: 1}), lambda d, k: d.pop(k), lambda d, k: d.clear(), lambda d, k: (d.pop(k), d.setdefault(k + 10, 1))):
    try:
        print(walk({1: 1, 2: 2, 3: 3}, act))
    except RuntimeError as error:
        print(error)
