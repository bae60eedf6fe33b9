# A proxy compares what it stands for with the other operand, which may be asked in turn.
from types import MappingProxyType as Proxy

for a, b in ((Proxy({1: 2}), Proxy({1: 2})), (Proxy({1: 2}), {1: 2}), ({1: 2}, Proxy({1: 3})), (Proxy({}), 3)):
    print(a == b, a != b)
    try:
        print(a < b)
    except TypeError as error:
        print(error)
