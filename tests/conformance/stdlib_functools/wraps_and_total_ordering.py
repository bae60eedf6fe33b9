from functools import WRAPPER_ASSIGNMENTS, cmp_to_key, total_ordering, update_wrapper, wraps


def decorate(f):
    @wraps(f)
    def wrapper(*args):
        return f(*args)
    return wrapper


@decorate
def original(a: int) -> str:
    """Docs."""


original.__wrapped__.extra = 1
print(original.__name__, original.__doc__, original.__wrapped__.__name__, original.__annotations__, original.__qualname__, WRAPPER_ASSIGNMENTS[:4])


@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([V(2), V(1)])[0].n)
try:
    @total_ordering
    class Bad: pass
except ValueError as error:
    print(error)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted(["b", "A"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
print(update_wrapper(lambda: 0, len).__name__)
