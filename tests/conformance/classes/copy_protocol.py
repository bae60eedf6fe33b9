import copy


class Node:
    def __init__(self, value, children=()):
        self.value, self.children = value, list(children)


class Custom:
    def __init__(self, n): self.n = n
    def __copy__(self): return Custom(self.n + 1)
    def __deepcopy__(self, memo): return Custom(self.n + 100)


class Slotted:
    __slots__ = ("a", "b")


class State:
    def __init__(self): self.x, self.cache = 1, "big"
    def __getstate__(self): return {"x": self.x}
    def __setstate__(self, state): self.__dict__.update(state, cache="rebuilt")


leaf = Node(1)
tree = Node(0, [leaf, leaf])
tree.loop = tree
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow.children is tree.children, deep.children is tree.children, deep.children[0] is deep.children[1], deep.loop is deep, shallow.loop is tree)
print(copy.copy(Custom(1)).n, copy.deepcopy(Custom(1)).n, copy.copy(State()).cache, copy.deepcopy([State()])[0].x)
s = Slotted()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, "b"), copy.copy(5), copy.copy([1]), copy.deepcopy((1, [2])), copy.copy(len) is len)


class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def __replace__(self, **changes): return Point(**{**vars(self), **changes})


print(vars(copy.replace(Point(1, 2), y=9)))
