# The size of the groups of `hex` is a C int.
for x in (b"abc", bytearray(b"abc"), memoryview(b"abc")):
    for n in (2**31 - 1, -(2**31), 2**31, -(2**31) - 1, 2**40, 10**20):
        try:
            print(x.hex("_", n))
        except OverflowError as error:
            print(error)
