# New in 3.14: annotations are not evaluated
def append(item, target=[]):
    target.append(item)
    return target


print(append(1), append(2), append(3, []), append(4), append.__defaults__)
n = 5


def late(a=n, *, b=n * 2):
    return a, b


n = 100
print(late(), late.__defaults__, late.__kwdefaults__)
late.__defaults__ = (7,)
late.__kwdefaults__["b"] = 8
print(late())
late.__defaults__ = None
try:
    late()
except TypeError as error:
    print(error)
late.__kwdefaults__ = None
try:
    late(1)
except TypeError as error:
    print(error)


def order(a=print("default a"), b=print("default b")) -> print("return annotation is not evaluated"):
    pass


print("defined")
