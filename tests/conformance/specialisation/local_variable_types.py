def chaos(n):
    x = 0
    trail = []
    for i in range(n):
        if i % 7 == 0:
            x = i
        elif i % 7 == 1:
            x = x + 0.5
        elif i % 7 == 2:
            x = str(x)
        elif i % 7 == 3:
            x = x * 2
        elif i % 7 == 4:
            x = [x]
        elif i % 7 == 5:
            x = x[0]
        else:
            del x
            x = None
        trail.append(x)
    return trail[-8:]


print(chaos(100))


def maybe_unbound(n):
    out = 0
    for i in range(n):
        if i % 10 == 9:
            del value
        else:
            value = i
        try:
            out += value
        except UnboundLocalError:
            out -= 1000
    return out


print(maybe_unbound(100))


def closure_changes(n):
    v = 0

    def read():
        return v

    out = []
    for i in range(n):
        v = i if i < 30 else str(i) if i < 60 else i / 2
        out.append(read())
    return out[29], out[30], out[59], out[60], out[-1]


print(closure_changes(80))


def float_int_mix(n):
    total = 0
    for i in range(n):
        total += i if i % 2 else i * 0.5
        if i == n // 2:
            total = int(total)
    return total


print(float_int_mix(101), float_int_mix(100), type(float_int_mix(1)).__name__)
