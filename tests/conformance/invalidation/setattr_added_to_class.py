# __setattr__ and __delattr__ appear on a class.
log = []


class C:
    pass


def loop(o):
    for i in range(90):
        if i == 30:
            C.__setattr__ = lambda self, name, value: log.append((name, value))
        if i == 60:
            del C.__setattr__
        o.x = i
    return o.x


print(loop(C()), len(log), log[0], log[-1])
C.__delattr__ = lambda self, name: log.append(("del", name))
o = C()
o.y = 1
del o.y
print(o.y, log[-1])
