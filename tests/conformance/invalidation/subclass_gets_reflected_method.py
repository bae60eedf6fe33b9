# A subclass's reflected method goes first, from the moment it exists.
class Int(int):
    pass


def loop(x):
    out = []
    for i in range(90):
        if i == 40:
            Int.__radd__ = lambda self, o: ("radd", o)
        if i == 70:
            Int.__add__ = lambda self, o: ("add", o)
        row = (1 + x, x + 1, x == 5, x * 2)
        if not out or out[-1] != row:
            out.append(row)
    return out


print(loop(Int(5)))
