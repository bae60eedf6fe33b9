"""What would fill the memory of any machine is refused at once, and the program goes on."""
# Needs a 64-bit platform

from array import array
import itertools
import random
import struct


class Items(list):
    pass


def refused(expression):
    try:
        value = eval(expression, globals())
    except (MemoryError, OverflowError):
        print(expression, "refused")
    except Exception as error:
        print(expression, type(error).__name__, error)
    else:
        print(expression, type(value).__name__)


for expression in """
'a' * 10**12
'ab' * 10**20
'\\u0100' * 10**13
'\\ud800' * 10**12
b'a' * 10**12
bytearray(b'a') * 10**13
bytes(10**13)
bytearray(10**13)
bytes(10**30)
[0] * 10**12
[0] * 10**30
(0,) * 10**12
Items([0]) * 10**12
array('i', [0]) * 10**18
list(range(10**18))
tuple(range(10**18))
bytes(range(10**18))
1 << 10**12
1 << 10**30
0 << 10**30
-1 >> 10**30
int.to_bytes(1, 10**13)
'a'.ljust(10**13)
'a'.center(10**13)
'a'.zfill(10**13)
'a'.expandtabs(10**13)
b'a'.rjust(10**13)
'%1000000000000d' % 5
'%.1000000000000f' % 5
'%*d' % (10**13, 5)
format(5, '1000000000000')
format('a', '>1000000000000')
format(1.5, '.1000000000000f')
'{:>{}}'.format('a', 10**13)
f"{5:{10**13}}"
len(range(10**30))
range(10**30)[10**29]
range(10**30).index(10**29)
10**29 in range(10**30)
('\\t' * 10**6).expandtabs(10**8)
(b'\\t' * 10**6).expandtabs(10**8)
struct.pack('1000000000000x')
struct.unpack('1000000000000s', b'')
struct.calcsize('1000000000000x')
struct.calcsize('99999999999999999999x')
itertools.tee([], 10**12)
itertools.product([1], repeat=10**12)
itertools.combinations([1], 10**12)
itertools.combinations_with_replacement([1], 10**12)
itertools.permutations([1], 10**12)
random.getrandbits(10**12)
''.join(['a' * 10**8] * 10**4)
b''.join([b'a' * 10**7] * 10**6)
""".strip().splitlines():
    refused(expression)
print("still here")
