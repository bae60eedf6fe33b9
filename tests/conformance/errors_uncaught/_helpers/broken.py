def fine():
    return "fine"


def fails(n):
    return 1 / n
