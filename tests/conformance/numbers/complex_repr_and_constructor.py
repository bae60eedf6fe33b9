# New in 3.14: messages of complex()
print(1j, -1j, 1 + 0j, 0j, -0j, complex(-0.0, -0.0), complex(1, -1), 1e20j, 1.5 - 2.5j)
print(complex("1+2j"), complex(" -3.5e2j "), complex("(4)"), complex("j"), complex("nan+infj"))
print(complex(), complex(2), complex(2, 3), complex(real=1, imag=2), complex(True), complex(1.5))
print(format(1 + 2j, ".2f"), format(1 + 2j, ">12"), format(3.14159j, ".3g"), f"{1+2j:+.1e}")
print(str(1j), [1j], float("inf") * 1j)


class Z:
    def __complex__(self):
        return 5 + 6j


print(complex(Z()))
for bad in (("1 + 2j",), ("abc",), ("1", 2), ([],), (None,)):
    try:
        print(complex(*bad))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
