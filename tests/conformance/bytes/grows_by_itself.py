b = bytearray(b"xy")
try:
    b += b
except BufferError as error:
    print(error)
b.extend(b)
b[1:1] = b
print(b)
empty = bytearray()
empty += empty
print(empty)
try:
    b"%d" % (1, 2)
except TypeError as error:
    print(error)
try:
    "%d" % (1, 2)
except TypeError as error:
    print(error)
