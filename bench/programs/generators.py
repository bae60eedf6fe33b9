"""Generators: loops over them, chains of them, recursion through `yield from`."""

from harness import bench


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(source):
    for n in source:
        if n % 2 == 0:
            yield n


def pairs(source):
    last = None
    for n in source:
        if last is not None:
            yield last, n
        last = n


def inorder(tree):
    if tree is not None:
        left, value, right = tree
        yield from inorder(left)
        yield value
        yield from inorder(right)


def tree(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return tree(low, middle), middle, tree(middle + 1, high)


TREE = tree(0, 2000)


def work():
    total = 0
    for a, b in pairs(evens(numbers(160000))):
        total += b - a
    total += sum(n * n for n in range(80000))
    for _ in range(8):
        total += sum(inorder(TREE))
    return total


bench(work, 8)
