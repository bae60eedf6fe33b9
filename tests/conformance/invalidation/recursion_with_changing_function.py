# A recursive function is rebound while it recurses.
def down(n):
    if n == 30:
        globals()["down"] = lambda n: ("replaced", n)
    if n == 0:
        return 0
    return down(n - 1)


original = down
print(down(100), down(5))
down = original
print(original(20))


def deep(n, a="a"):
    if n == 50:
        deep.__defaults__ = ("b",)
    return (a if n == 0 else deep(n - 1))


print(deep(100), deep(3))
