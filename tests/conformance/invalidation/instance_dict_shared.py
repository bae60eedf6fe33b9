# Two objects share one dictionary.
class C:
    pass


a, b = C(), C()
a.x = 1
b.__dict__ = a.__dict__


def loop():
    for i in range(100):
        a.x = i
        if b.x != i:
            return "differs"
        b.y = -i
        if a.y != -i:
            return "differs"
    return a.x, b.y


print(loop())
c = C()
c.x = "alone"
c.__dict__ = {"x": "first"}
c.__dict__, d = {"x": "second"}, c.__dict__
print(c.x, d)
