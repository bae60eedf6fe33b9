# New in 3.14: messages
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts


a, b = Version(1, 2), Version(1, 3)
print(a == b, a != b, a < b, a > b, a <= b, a >= b, a == 5, a != 5, a == Version(1, 2), a is a)
print(sorted([b, a])[0] is a, max(a, b) is b, a in [b, Version(1, 2)])


class Odd:
    def __eq__(self, other): return "eq result"
    def __ne__(self, other): return ["ne result"]
    def __lt__(self, other): return None
    __hash__ = None


o = Odd()
print(o == 1, o != 1, o < 1, 1 == o, 1 > o, [o] == [1], o in [])
for case in ("o > 1", "o <= 1", "hash(o)", "{o}", "a > 5", "5 < a", "object() < object()"):
    try:
        print(eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
print(object() == object(), (lambda x: x == x)(object()), object().__eq__(1), (1).__eq__("a"), (1).__lt__(2), object().__ne__(2))
