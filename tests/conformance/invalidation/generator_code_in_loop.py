# Generators that are left, closed and thrown into while a loop drives them.
def count():
    n = 0
    try:
        while True:
            got = yield n
            n = got if got is not None else n + 1
    except ValueError as error:
        yield f"caught {error}"
    finally:
        log.append("closed")


log = []


def loop():
    g = count()
    out = []
    for i in range(120):
        out.append(next(g))
        if i == 50:
            out.append(g.send(1000))
        if i == 90:
            out.append(g.throw(ValueError("x")))
            g.close()
            g = count()
    g.close()
    return out[49:53], out[90:95], log


print(loop())


def delegate():
    yield from count()


print([next(g) for g in [delegate()] * 70][-1])
