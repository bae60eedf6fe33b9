"""Caches and decorators: memoization, a least-recently-used cache, retries, and call statistics."""

import functools
from collections import OrderedDict


class LruCache:
    """A bounded mapping that forgets what was not used for the longest time."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self._data = OrderedDict()
        self.hits = self.misses = self.evictions = 0

    def get(self, key, compute):
        try:
            value = self._data[key]
        except KeyError:
            self.misses += 1
            value = self._data[key] = compute()
            if len(self._data) > self.capacity:
                self._data.popitem(last=False)
                self.evictions += 1
        else:
            self.hits += 1
            self._data.move_to_end(key)
        return value

    def __contains__(self, key):
        return key in self._data

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"{type(self).__name__}({list(self._data)}, hits={self.hits}, misses={self.misses}, evictions={self.evictions})"


class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class LinkedLruCache:
    """The same, with a doubly linked list written out."""

    def __init__(self, capacity):
        self.capacity, self._nodes, self._root = capacity, {}, Node()

    def __getitem__(self, key):
        node = self._nodes[key]
        self._unlink(node)
        self._link_last(node)
        return node.value

    def __setitem__(self, key, value):
        if key in self._nodes:
            self._unlink(self._nodes[key])
        elif len(self._nodes) >= self.capacity:
            oldest = self._root.after
            self._unlink(oldest)
            del self._nodes[oldest.key]
        self._nodes[key] = node = Node(key, value)
        self._link_last(node)

    def __iter__(self):
        node = self._root.after
        while node is not self._root:
            yield node.key, node.value
            node = node.after

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _link_last(self, node):
        last = self._root.before
        node.before, node.after = last, self._root
        last.after = self._root.before = node


def memoize(function):
    """Remember every result; the cache is an attribute of the wrapper."""
    cache = {}

    @functools.wraps(function)
    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    wrapper.cache = cache
    return wrapper


def lru(capacity):
    """A decorator factory: at most `capacity` results are remembered."""

    def decorate(function):
        cache = LruCache(capacity)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            key = args, tuple(sorted(kwargs.items()))
            return cache.get(key, lambda: function(*args, **kwargs))

        wrapper.cache = cache
        return wrapper

    return decorate


class Counted:
    """A decorator as a class; also works on methods, because it is a descriptor."""

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


def retry(times, *errors, log=print):
    """Call again when one of the errors is raised, at most `times` times."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except errors as error:
                    log(f"  attempt {attempt} failed: {error!r}")
                    if attempt == times:
                        raise

        return wrapper

    return decorate


@memoize
def fibonacci(n):
    """The n-th Fibonacci number."""
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@lru(3)
def describe(number, *, base=10):
    print(f"  computing {number} in base {base}")
    digits = ""
    while True:
        number, digit = divmod(number, base)
        digits = "0123456789abcdef"[digit] + digits
        if not number:
            return digits


@functools.lru_cache(maxsize=None)
def paths(rows, columns):
    return 1 if 0 in (rows, columns) else paths(rows - 1, columns) + paths(rows, columns - 1)


class Flaky:
    def __init__(self, failures):
        self.failures = failures

    @retry(3, ConnectionError, TimeoutError)
    @Counted
    def fetch(self, name):
        if self.failures:
            self.failures -= 1
            raise ConnectionError(f"{name} is unreachable")
        return f"data of {name}"


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @functools.cached_property
    def area(self):
        print("  computing the area")
        return round(3.14159 * self.radius**2, 2)


def main():
    print(fibonacci(80), fibonacci.__name__, fibonacci.__doc__, len(fibonacci.cache))
    for arguments in ((255,), (7,), (255,), (9,), (10,), (255,), (7,)):
        print(f"describe{arguments} = {describe(*arguments)}")
    print(describe(255, base=16), describe(255, base=16), describe.cache)

    print("Grid paths:", paths(16, 16), paths.cache_info().misses, paths.cache_info().currsize)
    paths.cache_clear()
    print("Cleared:", paths.cache_info())

    linked = LinkedLruCache(2)
    linked["a"], linked["b"] = 1, 2
    linked["a"]
    linked["c"] = 3
    linked["a"] = 10
    print("Linked:", list(linked), "b" in dict(linked))
    try:
        linked["b"]
    except KeyError as error:
        print("Forgotten:", error)

    print("Retries:")
    print(" ", Flaky(2).fetch("server"))
    try:
        Flaky(5).fetch("server")
    except ConnectionError as error:
        print("  gave up:", error)
    print("  calls in total:", Flaky.fetch.__wrapped__.calls)

    circle = Circle(2)
    print(circle.area, circle.area, sorted(vars(circle)))
    circle.radius = 3
    del circle.area
    print(circle.area)
    try:
        LruCache(0)
    except ValueError as error:
        print(error)
    try:
        fibonacci([1])
    except TypeError as error:
        print("a list is no key:", "unhashable type: 'list'" in str(error))


if __name__ == "__main__":
    main()
