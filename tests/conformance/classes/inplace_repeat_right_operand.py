# In `a *= b` the right operand repeats only where the left one is nothing like a sequence; in `a * b` always.
class N(int):
    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return NotImplemented


class S(str):
    def __mul__(self, other):
        return NotImplemented


class Plain:
    pass


for left in [5, True, N(2), S("a"), {}, {1}, range(3), memoryview(b""), Plain(), None, 2.5, len]:
    for right in ["ab", [1], 2]:
        try:
            value = left
            value *= right
            print(value)
        except TypeError as error:
            print(error)
        try:
            print(left * right)
        except TypeError as error:
            print(error)
