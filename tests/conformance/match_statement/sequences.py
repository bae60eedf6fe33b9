import collections
import collections.abc


def f(x):
    match x:
        case [1, 2]:
            return "exactly 1, 2"
        case (1, *middle, 9):
            return f"1..9 with {middle}"
        case [[], []]:
            return "two empties"
        case ["go", ("north" | "south") as direction]:
            return f"go {direction}"
        case "s", value:
            return f"s {value}"
        case [*all]:
            return f"sequence {all}"
        case _:
            return "not a sequence"


class Seq(collections.abc.Sequence):
    def __init__(self, *items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]


class NotSeq:
    def __len__(self): return 2
    def __getitem__(self, i): return i + 1


for value in ([1, 2], (1, 2), [1, 9], [1, 5, 6, 9], ([], ()), ["go", "north"], ["go", "up"], ("s", 5), [], "ab", b"ab", {1, 2}, {1: 2}, range(1, 3), collections.deque([1, 2]), Seq(1, 2), NotSeq(), iter([1, 2]), bytearray(b"x"), memoryview(b"ab")):
    print(type(value).__name__, f(value))
