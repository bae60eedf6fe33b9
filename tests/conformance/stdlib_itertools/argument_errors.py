from itertools import (
    accumulate,
    batched,
    chain,
    combinations,
    compress,
    count,
    cycle,
    dropwhile,
    groupby,
    islice,
    pairwise,
    permutations,
    product,
    repeat,
    starmap,
    tee,
    zip_longest,
)


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: count("a"))
show(lambda: count(1, 2, 3))
show(lambda: (count(5), count(5, 1), count(5, 2), count(1.5, 1), count(1, 1.0), count(step=2)))
show(lambda: cycle())
show(lambda: cycle("a", b=1))
show(lambda: repeat())
show(lambda: repeat(1, "a"))
show(lambda: (repeat("a"), repeat("a", 3), repeat("a", -3), repeat(object="a", times=3)))
show(lambda: repeat("a").__length_hint__())
show(lambda: chain(a=1))
show(lambda: list(chain([1], 2)))
show(lambda: chain.from_iterable(1))
show(lambda: compress("a"))
show(lambda: dropwhile(1))
show(lambda: list(dropwhile(1, [2])))
show(lambda: list(starmap(pow, [1])))
show(lambda: accumulate([1], None, 5))
show(lambda: pairwise(iterable="a"))
show(lambda: batched("a", 0))
show(lambda: list(batched("abcd", 3, strict=True)))
show(lambda: batched("a", 2, True))
show(lambda: islice("a"))
show(lambda: islice("a", -1))
show(lambda: islice("a", 1, -2))
show(lambda: islice("a", 1, 2, 0))
show(lambda: islice("a", stop=3))
show(lambda: zip_longest("a", wrong=1))
show(lambda: groupby())
show(lambda: tee("a", -1))
show(lambda: tee(1))
show(lambda: product("a", repeat=-1))
show(lambda: product("a", wrong=1))
show(lambda: combinations("a", -1))
show(lambda: combinations("a"))
show(lambda: permutations("a", "b"))
show(lambda: permutations("a", -1))


class WithKeywords(chain):
    def __init__(self, *iterables, x=1):
        self.x = x


made = WithKeywords("ab", x=2)
print(made.x, list(made))
