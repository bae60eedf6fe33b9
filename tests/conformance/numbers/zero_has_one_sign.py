# No operation on ints makes a zero with a sign, as dividing and turning it into a float would show.
import math
import operator


def zeros(zero, minus, half):
    return [
        zero * minus,
        minus * zero,
        -zero,
        +zero,
        zero // minus,
        zero % minus,
        minus % 1,
        minus % -1,
        zero << 2,
        zero >> 2,
        zero & minus,
        zero ^ zero,
        minus + 1,
        zero - zero,
        int(-half),
        round(-half),
        math.trunc(-half),
        math.ceil(-half),
        math.floor(-0.0),
        int("-0"),
        abs(zero),
        divmod(zero, minus)[0],
        divmod(zero, minus)[1],
        divmod(-4, 2)[1],
        pow(zero, 3),
        pow(-4, 2, -4),
        math.prod([0, -1]),
        sum([0, -0]),
        math.gcd(0, -0),
        operator.index(-0),
        operator.mul(0, -3),
        math.fmod(-4, 2).__int__(),
        (-4).__mod__(2),
        (-4).__rmul__(0),
        int.from_bytes(b"", "big", signed=True),
        zero.real,
        (-zero).imag,
        zero.conjugate(),
        hash(-0.0),
        min(zero, -zero),
        len(""),
        -len(""),
        range(0, -10, -1)[0] * -1,
        -False,
        False * -1,
        (-0.0).as_integer_ratio()[0],
        int(-0.0),
        zero * -(10**30) // 10**20,
        10**30 * zero * -1,
        -(10**30 - 10**30),
    ]


def quotient(a, b):
    return a / b


for turn in range(400):
    found = [str(float(z)) + str(quotient(z, 1)) + str(quotient(z, -1)) + str(math.atan2(z, -1)) for z in zeros(0, -1, 0.5)]
    if turn in (0, 1, 2, 30, 399):
        print(sorted(set(found)), [i for i, text in enumerate(found) if text != found[0]])
for a in (0, False, 1, -1, 10**30, -(10**30)):
    for b in (1, -1, True, 10**30, -(10**30)):
        for turn in range(3):
            print(a, b, quotient(a, b), end="; ")
        print()
