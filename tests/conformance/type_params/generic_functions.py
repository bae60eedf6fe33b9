def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


def pair[K, V: int](k: K, v: V) -> tuple[K, V]:
    return k, v


def variadic[*Ts, **P](*args: *Ts) -> None: ...


def constrained[T: (int, str) = int](x: T) -> T:
    return x


print(first([1]), first([], "d"), pair("a", 1), constrained(5))
print(first.__type_params__, pair.__type_params__, variadic.__type_params__, constrained.__type_params__)
V = pair.__type_params__[1]
T = constrained.__type_params__[0]
print(V.__name__, V.__bound__, V.__constraints__, V.__covariant__, T.__constraints__, T.__default__, T.has_default(), V.has_default(), type(V).__name__, repr(V))
print(first.__annotations__["items"], first.__annotations__["items"].__args__[0] is first.__type_params__[0])


def lazy[T: undefined_bound](x: T): ...


try:
    lazy.__type_params__[0].__bound__
except NameError as error:
    print(error)
undefined_bound = int
print(lazy.__type_params__[0].__bound__)
try:
    T
    print(T.__name__)
    K
except NameError as error:
    print(error)
print((lambda: 0).__type_params__, variadic.__type_params__[0].__class__.__name__, variadic.__type_params__[1].__class__.__name__)
