from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", [])))
print(list(permutations("abc", 2)), len(list(permutations(range(5)))), list(permutations([], 0)), list(permutations("ab", 3)))
print(list(combinations("abcd", 2)), list(combinations(range(4), 0)), list(combinations("ab", 3)), list(combinations_with_replacement("ab", 2)))
print(sum(1 for _ in combinations(range(20), 5)), sum(1 for _ in product(range(10), repeat=3)))
for call in (lambda: combinations("ab", -1), lambda: permutations("ab", "x"), lambda: product("a", repeat=-1), lambda: combinations(5, 1), lambda: combinations("a")):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
