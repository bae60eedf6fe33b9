it = iter([1, 2])
print(next(it), next(it), next(it, "default"), next(it, None))
try:
    next(it)
except StopIteration as error:
    print(repr(error))
n = iter(range(10))
print(list(iter(lambda: next(n), 4)), next(n))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), type(reversed([])).__name__, type(reversed("")).__name__)


class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        print("getitem", i)
        return i


print(list(reversed(Seq())))


class Rev:
    def __reversed__(self):
        return "anything"


class NoRev:
    __reversed__ = None


print(reversed(Rev()))
for call in (lambda: reversed(5), lambda: reversed({1}), lambda: reversed(NoRev()), lambda: reversed(x for x in "a"), lambda: iter(5), lambda: iter(5, 6), lambda: next(5), lambda: next("a"), lambda: iter()):
    try:
        call()
    except TypeError as error:
        print(error)
for kind in ([], (), {}, set(), "", b"", range(0), {}.items(), (x for x in "")):
    print(type(iter(kind)).__name__, end=" ")
print(iter(it) is it, list(iter("ab")), iter(range(2**70)).__class__.__name__)
