# `is` and `is None` with values that share identity or don't.
def same(a, b): return a is b, a is not b
def none(a): return "none" if a is None else "value"


values = [None, True, False, 1, "a", (), [], 2**70, 1.5, Ellipsis, NotImplemented, int]
print({repr([none(v) for v in values]) for _ in range(40)})
print({repr([same(v, v) for v in values]) for _ in range(40)})
print({repr([same(v, None) for v in values]) for _ in range(40)})
print(same(1, True), same([], []), same(0, False), same("", ()))
