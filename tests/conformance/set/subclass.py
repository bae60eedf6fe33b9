class Tags(set):
    def add(self, tag):
        super().add(tag.lower())


t = Tags(["A"])
t.add("B")
print(sorted(t), type(t).__name__, type(t | {1}).__name__, type(t.copy()).__name__, isinstance(t, set), Tags() == set(), repr(Tags()), repr(Tags([1])))


class Frozen(frozenset):
    pass


print(Frozen([1]), hash(Frozen([1])) == hash(frozenset([1])), type(Frozen([1]) | {2}).__name__, Frozen([1]) == {1})
