# The message names the classes between which no order can be found, not all bases.
class A:
    pass


class B(A):
    pass


class C:
    pass


class AC(A, C):
    pass


class CA(C, A):
    pass


for bases in [(A, B), (C, A, B), (AC, CA), (B, object, list), (object, int), (C, A, object, B)]:
    try:
        print([c.__name__ for c in type("Z", bases, {}).__mro__])
    except TypeError as error:
        print(error)
