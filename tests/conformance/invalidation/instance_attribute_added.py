# Attributes are added to some instances of a class: in another order, and more of them.
class P:
    pass


def make(i):
    p = P()
    if i % 2:
        p.x = i
        p.y = -i
    else:
        p.y = -i
        p.x = i
    if i % 5 == 0:
        p.z = 1
    return p


def loop():
    total = 0
    for i in range(200):
        p = make(i)
        total += p.x + 2 * p.y
        p.w = total
        total = p.w
    return total


print(loop())
