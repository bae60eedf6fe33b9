# One unpacking site: tuples, lists, strings, dicts, generators, wrong sizes.
def two(x):
    a, b = x
    return a, b


def gen(n): yield from range(n)


def attempt(x):
    try:
        return two(x)
    except (ValueError, TypeError) as error:
        return str(error)


makers = [lambda: (1, 2), lambda: [1, 2], lambda: "ab", lambda: {1: 2, 3: 4}, lambda: gen(2), lambda: (1,), lambda: [1, 2, 3], lambda: gen(3), lambda: gen(1), lambda: 5, lambda: (), lambda: range(2), lambda: None]
rows = {tuple(map(str, (attempt(m()) for m in makers))) for _ in range(30)}
print(len(rows))
for item in rows.pop():
    print(item)


def swap(n):
    a, b, c = 1, "b", 2.5
    for _ in range(n):
        a, b, c = b, c, a
    return a, b, c


print(swap(100), swap(101))
