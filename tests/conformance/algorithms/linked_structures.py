class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for item in reversed(list(items)):
            self.head = Node(item, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous
        return self


class Tree:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(key))
        else:
            child.insert(key)
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def depth(self):
        return 1 + max((c.depth() for c in (self.left, self.right) if c), default=0)

    def __contains__(self, key):
        node = self
        while node:
            if node.key == key:
                return True
            node = node.left if key < node.key else node.right
        return False


class Trie(dict):
    def add(self, word):
        node = self
        for c in word:
            node = node.setdefault(c, Trie())
        node[""] = True

    def words(self, prefix=""):
        for c, child in sorted(self.items(), key=lambda i: i[0]):
            if c == "":
                yield prefix
            else:
                yield from child.words(prefix + c)


print(list(LinkedList("abc").reverse()), list(LinkedList()), list(LinkedList(range(50)).reverse())[:3])
tree = Tree(50)
for i in range(1, 60):
    tree.insert((i * 37) % 101)
print(list(tree)[:8], tree.depth(), 37 in tree, 999 in tree, list(tree) == sorted(tree))
trie = Trie()
for word in "tea ten to inn in i".split():
    trie.add(word)
print(list(trie.words()), len(trie))
