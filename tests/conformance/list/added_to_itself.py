# What is added to itself, or put into itself, also where it is a subclass with an __iter__ of its own.
class L(list):
    pass

class M(list):
    def __iter__(self):
        return iter("xy")

for cls in (list, L, M):
    l = cls("21")
    l += l
    print(l)
    l = cls("21")
    l.extend(l)
    print(l)
    l = cls("21")
    l[1:1] = l
    print(l)
    l = cls("21")
    l[::-1] = l
    print(l)
    l = cls("21")
    l[:] = cls("34")
    print(l)
