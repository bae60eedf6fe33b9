a = [1]
b = a
c = [1]
print(a is b, a is c, a is not c, a == c, None is None, True is True, () is (), "a" is not None)
print([x is None for x in (None, 0, "", [], False)])
x = 5
y = 5
print(x is y, type(x) is int, type(a) is type(c), int is int, len is len, a.append is a.append)


class Eq:
    def __eq__(self, other):
        return True


e = Eq()
print(e == None, e is None, None == e, e != None, not e is None, e in [None], None in [e])


def f(x=None):
    if x is None:
        x = []
    x.append(1)
    return x


print(f(), f(), f([0]), id(a) == id(b), id(a) == id(c))
