"""Objects that live shortly: binary trees, linked lists, tuples and small instances."""

from harness import bench


class Tree:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def make(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(make(depth - 1), make(depth - 1))


def check(tree):
    if tree.left is None:
        return 1
    return 1 + check(tree.left) + check(tree.right)


class Node:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest


def chain(n):
    node = None
    for i in range(n):
        node = Node(i, node)
    return node


def work():
    total = 0
    for _ in range(6):
        total += check(make(11))
    for _ in range(16):
        node = chain(3000)
        while node is not None:
            total += node.value
            node = node.rest
    points = [(i, i * 2, str(i & 7)) for i in range(60000)]
    return total, sum(x + y for x, y, _ in points), len([p for p in points if p[2] == "3"])


bench(work, 4)
