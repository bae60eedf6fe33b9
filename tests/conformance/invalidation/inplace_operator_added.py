# += uses __iadd__ as soon as there is one.
class A:
    def __init__(self): self.log = []
    def __add__(self, o): return self


def loop(a):
    for i in range(100):
        if i == 50:
            A.__iadd__ = lambda self, o: (self.log.append(o), self)[1]
        if i == 80:
            A.__iadd__ = lambda self, o: NotImplemented
        a += i
    return a.log


print(loop(A()))
