print(bin(10), bin(-10), bin(0), oct(64), oct(-8), hex(255), hex(-255), hex(2**70))
print(hex(True), bin(False))


class Index:
    def __index__(self):
        return 31


print(bin(Index()), oct(Index()), hex(Index()))
for function in (bin, oct, hex):
    try:
        function(1.5)
    except TypeError as error:
        print(error)
