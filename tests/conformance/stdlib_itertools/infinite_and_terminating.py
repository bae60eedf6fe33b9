from itertools import accumulate, chain, compress, count, cycle, dropwhile, filterfalse, islice, pairwise, repeat, starmap, takewhile, zip_longest
import operator

print(list(islice(count(5), 3)), list(islice(count(1.5, 0.5), 3)), list(islice(count(10, -3), 4)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice(repeat(1), 2)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([3, 1, 4], max)))
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", [1, 2]])), list(compress("abcd", [1, 0, True, None])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])))
print(list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise("abcd")), list(pairwise("a")), list(zip_longest("abc", [1], fillvalue="-")))
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("ab", 0)))
it = iter(range(10))
print(list(islice(it, 3)), next(it))
print(repr(count(3)), repr(count(2, 3)), repr(repeat(5)), repr(repeat("a", 2)))
for call in (lambda: islice("a", -1), lambda: islice("a", 1, 2, 0), lambda: list(chain(5)), lambda: list(starmap(pow, [5])), lambda: count("a"), lambda: list(accumulate(5)), lambda: repeat(1, "x"), lambda: cycle(5), lambda: list(zip_longest(1)), lambda: islice("a", "b"), lambda: pairwise()):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
