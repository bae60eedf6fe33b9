class Log:
    def __init__(self, swallow=False):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit", kind and kind.__name__)
        return self.swallow


def returns():
    with Log():
        return "returned"


def loops():
    out = []
    for i in range(4):
        with Log():
            if i == 0:
                continue
            if i == 2:
                break
            out.append(i)
    return out


def swallowed():
    with Log(True):
        raise ValueError
    return "after"


def nested():
    with Log(True):
        with Log():
            return 1 / 0
    return "nested after"


def generator():
    with Log():
        yield 1
        yield 2


print(returns(), loops(), swallowed(), nested(), list(generator()))
g = generator()
next(g)
g.close()
while True:
    with Log():
        break
