# Operators, comparisons and membership of other types: hot, with types that change, and with methods that change.
class Name(str):
    pass


class Money:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __contains__(self, item):
        return item < self.n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return ("item", i, self.n)

    def __setitem__(self, i, value):
        self.n = (i, value)


class Backwards(Money):
    def __eq__(self, other):
        log.append("Backwards")
        return "asked"

    def __gt__(self, other):
        return "greater"


log = []


def equal(a, b):
    return a == b


def less(a, b):
    return a < b


def truth_of_equal(a, b):
    return "yes" if a == b else "no"


def has(container, item):
    return item in container, item not in container


def truth(v):
    return True if v else False


def item(container, i):
    return container[i]


def store(container, i, v):
    container[i] = v
    return container


def add(a, b):
    return a + b


def more(a, b):
    a += b
    return a


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def hot(f, *args):
    for _ in range(20):
        result = attempt(f, *args)
    return result


for f in equal, less, truth_of_equal:
    print(f.__name__, hot(f, Name("a"), "a"), hot(f, "a", Name("b")), hot(f, (1, 2), (1, 3)), hot(f, [1], [1]))
    print(hot(f, Money(1), Money(1)), hot(f, Money(1), 1), hot(f, 1, Money(1)), hot(f, Money(1), Backwards(1)))
    print(hot(f, {1}, {1, 2}), hot(f, {"a": 1}, {"a": 1}), hot(f, 1, "a"), hot(f, None, None), hot(f, 1j, 1j))
    print(hot(f, 2**70, 2**70 + 1), hot(f, True, 2), hot(f, b"a", b"b"), hot(f, range(3), range(3)))
print(len(log) > 0)

for container in "abc", Name("abc"), (1, "a"), [1, "a"], {"a": 1}.keys(), range(5), Money(3), frozenset("a"), {}:
    print(type(container).__name__, hot(has, container, "a"), hot(has, container, 1), hot(has, container, 7.5))

for v in (), (0,), {}, {1: 1}, set(), {0}, Money(0), Money(2), 0.0, 0.5, 2**70, b"", b"x", range(0), range(1), Name(""), Name("x"), 0j:
    print(type(v).__name__, hot(truth, v), end="; ")
print()


class Strange:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer


print(hot(truth, Strange(True)), hot(truth, Strange(False)), hot(truth, Strange(3)))
print(hot(item, Money(4), 2), hot(item, range(10, 20), 3), hot(item, b"abc", 1), hot(item, "abc", slice(1)))
print(hot(item, [1, 2, 3], slice(1, None)), hot(item, Name("xyz"), -1), hot(item, (1, 2), 5), hot(item, 3, 3))
print(hot(item, type, 3), hot(item, list, int), hot(item, {}.keys(), 0))


class Default(dict):
    def __missing__(self, key):
        return "missing " + str(key)


class Shouting(dict):
    def __getitem__(self, key):
        return super().__getitem__(key).upper()


print(hot(item, Default(), 1), hot(item, Shouting(a="x"), "a"), hot(item, Shouting(), "b"))
print(hot(store, bytearray(b"abc"), 1, 65), hot(store, Money(1), 2, 3).n, hot(store, Default(), 1, 2))
print(hot(store, bytearray(b"abc"), 7, 65), hot(store, (1,), 0, 2), hot(store, "a", 0, "b"))

pairs = [("a", "b"), ([1], [2]), ((1,), (2,)), (b"a", b"b"), (1, 2.5), (1j, 2), (2**70, 1), (Name("a"), "b"), ("a", 1), ([1], (2,))]
for a, b in pairs:
    print(hot(add, a, b), hot(more, a, b), end="; ")
print()


class Number:
    def __add__(self, other):
        log.append("add")
        return NotImplemented

    def __radd__(self, other):
        return f"radd {other}"


class Text(str):
    def __radd__(self, other):
        return "text after " + other


del log[:]
print(attempt(add, Number(), 1), log)
del log[:]
print(hot(add, Number(), Number()), len(log), hot(add, 1, Number()), hot(add, [], Number()), hot(add, "a", Text("b")))

# The methods change while the site is hot.


class Changing:
    def __eq__(self, other):
        return "first"

    def __getitem__(self, i):
        return "first", i

    def __contains__(self, item):
        return True

    def __bool__(self):
        return True


c = Changing()
print(hot(equal, c, c), hot(item, c, 0), hot(has, c, 0), hot(truth, c))
Changing.__eq__ = lambda self, other: "second"
Changing.__getitem__ = lambda self, i, more=5: ("second", i, more)
Changing.__contains__ = lambda self, item: False
Changing.__bool__ = lambda self: False
print(hot(equal, c, c), hot(item, c, 0), hot(has, c, 0), hot(truth, c))
Changing.__getitem__ = len
del Changing.__eq__, Changing.__contains__, Changing.__bool__
print(hot(equal, c, c), hot(item, c, 0), hot(truth, c))


class Generates:
    def __getitem__(self, i):
        yield i


print([list(item(Generates(), i)) for i in (1, 2, 3, 1, 2, 3)])
