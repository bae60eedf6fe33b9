# One store site: lists, dicts, bytearrays, user classes, immutable containers.
class U:
    def __init__(self): self.log = []
    def __setitem__(self, k, v): self.log.append((k, v))


def put(c, k, v):
    c[k] = v


def attempt(c, k, v):
    try:
        put(c, k, v)
        return "ok"
    except (IndexError, KeyError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


xs, d, ba, u = [0, 1, 2], {}, bytearray(3), U()
for i in range(60):
    attempt(xs, i % 3, i); attempt(d, i % 3, i); attempt(ba, i % 3, i); attempt(u, i, i)
print(xs, d, ba, len(u.log))
for c, k, v in [(xs, -1, "m"), (xs, 3, 0), (xs, "a", 0), (xs, True, "t"), (xs, slice(0, 1), "ab"), (d, 1.0, "f"), (d, [], 0), (ba, 0, 256), (ba, 5, 0), ("s", 0, "x"), ((1,), 0, 1), (u, (1, 2), 3), (5, 0, 0)]:
    print(attempt(c, k, v))
print(xs, d, ba, u.log[-1])
