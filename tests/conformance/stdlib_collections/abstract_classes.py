from collections import abc

checks = [abc.Iterable, abc.Iterator, abc.Sized, abc.Container, abc.Collection, abc.Sequence, abc.MutableSequence, abc.Mapping, abc.MutableMapping, abc.Set, abc.MutableSet, abc.Hashable, abc.Callable, abc.Reversible, abc.Generator]
for value in ([], (), "", b"", {}, set(), frozenset(), range(1), iter([]), (x for x in ""), len, 5, None, {}.keys(), {}.values(), {}.items()):
    print(f"{type(value).__name__:<20}", *(c.__name__ for c in checks if isinstance(value, c)))


class Countdown(abc.Sequence):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return self.n - i


c = Countdown(3)
print(list(c), 2 in c, c.index(1), c.count(3), list(reversed(c)))


class Bag(abc.MutableSet):
    def __init__(self, items=()): self.items = list(dict.fromkeys(items))
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
    def add(self, x): self.items.append(x) if x not in self.items else None
    def discard(self, x): self.items.remove(x) if x in self.items else None


b = Bag("ab")
b |= {"c"}
print(sorted(b & {"a", "z"}), sorted(b - {"a"}), b <= {"a", "b", "c"}, b.isdisjoint("xyz"), b.pop(), len(b), Bag("a") == {"a"})
try:
    abc.Mapping()
except TypeError as error:
    print(error)
