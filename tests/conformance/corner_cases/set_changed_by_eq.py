"""Elements whose __eq__ empties the sets that are being worked on."""

from random import Random

random = Random(5)


class Bad:
    def __hash__(self):
        return random.randrange(2)

    def __eq__(self, other):
        if not enabled:
            return False
        if random.randrange(20) == 0:
            first.clear()
        if random.randrange(20) == 0:
            second.clear()
        return bool(random.randrange(2))


def check(name, operation):
    global enabled, first, second
    for _ in range(10):
        enabled = False
        first = set(Bad() for _ in range(random.randrange(20)))
        second = set(Bad() for _ in range(random.randrange(20)))
        enabled = True
        try:
            operation(first, second)
        except RuntimeError as error:
            assert "changed size during iteration" in str(error), error
        enabled = False
        assert len(first) == len(list(first)) and len(second) == len(list(second))
        first.add(1)
        assert 1 in first
    print(name, "survived")


for name in (
    "__and__",
    "__or__",
    "__sub__",
    "__xor__",
    "__iand__",
    "__ior__",
    "__isub__",
    "__ixor__",
    "__eq__",
    "__le__",
    "__lt__",
    "issubset",
    "issuperset",
    "isdisjoint",
    "update",
    "intersection_update",
    "difference_update",
    "symmetric_difference_update",
    "union",
    "intersection",
    "difference",
    "symmetric_difference",
):
    check(name, getattr(set, name))
check("discard", lambda a, b: [a.discard(x) for x in list(b)])
check("add", lambda a, b: [a.add(x) for x in list(b)])
