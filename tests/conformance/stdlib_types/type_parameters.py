# New in 3.14: functions that evaluate bounds take a format
import typing
from typing import get_type_hints


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


type Pair[Q] = tuple[Q, Q]
type Recursive = list[Recursive]
show(lambda: (Pair, Pair.__value__, Pair[int], Pair[int].__value__, Pair.__type_params__, Pair.__module__))
show(lambda: Recursive.__value__)
show(lambda: Recursive[int])


def f[T: int, *Us, **Z](x: T) -> T:
    return x


T, Us, Z = f.__type_params__
show(lambda: (T, Us, Z, T.__bound__, f.__annotations__, f(3), T.__infer_variance__, T.__module__))


class K[T, U = int]:
    def m[V](self, a: T, b: V) -> U: ...


show(lambda: (K.__type_params__, K[str], K.__parameters__, K.__orig_bases__, K.__bases__))
show(lambda: (K.m.__type_params__, K.__type_params__[1].__default__, K[str, int]().__orig_class__))
show(lambda: K[int, int, int])
show(lambda: get_type_hints(K.m))


def g[T: (int, str)](): ...


show(lambda: (g.__type_params__[0].__constraints__, g.__type_params__[0].__bound__))


class Many[*Ts](tuple): ...


class Callback[**P]: ...


show(lambda: (Many[int, str], Many[()], Many.__parameters__))
show(lambda: (Callback[int, str], Callback[[int, str]], Callback[...]))


class Point[T](typing.NamedTuple):
    x: T


show(lambda: (Point(1), Point[int]))


def late[T: Undefined](): ...


show(lambda: late.__type_params__[0].__bound__)
Undefined = float
show(lambda: late.__type_params__[0].__bound__)
