# Small non-negative integers hash to themselves, so their order in a small set does not vary.
print({0, 1, 2, 3}, {3, 2, 1, 0}, set(range(8)), {5, 1}, set([4, 0, 2]))
print([x for x in {2, 0, 1}], list({7, 3}), set([1, 2, 3]) | {0})
