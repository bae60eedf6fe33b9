from functools import cache, cached_property, lru_cache

calls = []


@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append((x, y))
    return x + y


print(f(1), f(1), f(2), f(3), f(1), f(1, y=0), calls, f.cache_info())
f.cache_clear()
print(f.cache_info(), f.cache_parameters(), f.__name__, f.__wrapped__(5))


@lru_cache(typed=True)
def g(x):
    return type(x).__name__


print(g(1), g(1.0), g(True), g.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info().misses)
try:
    fib([])
except TypeError as error:
    print(error)


class A:
    @cached_property
    def value(self):
        calls.append("value")
        return 42

    @lru_cache
    def method(self, n):
        return n * 2


a = A()
print(a.value, a.value, calls.count("value"), a.__dict__, a.method(3), a.method(3), A.method.cache_info().hits)
a.value = 1
print(a.value)
del a.value
print(a.value, calls.count("value"))
