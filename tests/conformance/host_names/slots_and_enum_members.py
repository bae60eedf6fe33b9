import enum
from collections import namedtuple


class S:
    __slots__ = ("constructor", "__proto__", "toString", "length")

    def __init__(self):
        self.constructor, self.__proto__, self.toString, self.length = 1, 2, 3, 4


s = S()
print(s.constructor, s.__proto__, s.toString, s.length)
del s.constructor
try:
    s.constructor
except AttributeError as error:
    print(error)


class E(enum.Enum):
    constructor = 1
    prototype = 2
    toString = 3


print(list(E), E.constructor, E["toString"], E(2).name)
N = namedtuple("N", ["constructor", "prototype", "toString", "length"])
n = N(1, 2, 3, 4)
print(n, n.constructor, n._replace(length=9), n._asdict())
