import collections
import collections.abc


class C:
    pass


class A(collections.UserDict, C, list):
    pass


class B(dict, collections.abc.Sequence, C):
    pass


class D(C, list, collections.abc.Mapping):
    pass


class E(collections.deque, collections.abc.Mapping):
    pass


for cls in A, B, D, E:
    match cls():
        case [*_]:
            print(cls.__name__, "sequence")
        case {}:
            print(cls.__name__, "mapping")
