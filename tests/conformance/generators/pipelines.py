def numbers():
    n = 1
    while True:
        yield n
        n += 1


def take(n, iterable):
    for i, item in enumerate(iterable):
        if i == n:
            return
        yield item


def primes():
    found = []
    for n in numbers():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n


def sliding(iterable, size):
    window = []
    for item in iterable:
        window.append(item)
        if len(window) > size:
            window.pop(0)
        if len(window) == size:
            yield tuple(window)


print(list(take(5, numbers())), list(take(10, primes())), list(sliding(range(5), 3)))
evens = (n for n in numbers() if n % 2 == 0)
squares = (n * n for n in evens)
print([next(squares) for _ in range(4)], list(take(3, (a + b for a, b in zip(numbers(), primes())))))


def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)


print(list(interleave("abc", range(5), [None])))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)), sum(tree(8)))
