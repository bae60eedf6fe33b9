# A global is deleted in the middle of a loop: the built-in of that name shows, then nothing.
len = lambda x: "shadowed"


def loop():
    seen = []
    for i in range(90):
        if i == 60:
            del globals()["len"]
        value = len("abc")
        if not seen or seen[-1] != value:
            seen.append(value)
    return seen


print(loop())
other = 1


def gone():
    total = 0
    for i in range(90):
        if i == 80:
            del globals()["other"]
        total += other
    return total


try:
    print(gone())
except NameError as error:
    print(error)
