# New in 3.14: texts of unions, and functions that evaluate bounds take a format
import typing
from typing import Generic, NoDefault, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple, Unpack


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


X = TypeVar("X")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
show(lambda: TypeVar())
show(lambda: TypeVar(3))
show(lambda: TypeVar("T", int))
show(lambda: TypeVar("T", int, str, bound=int))
show(lambda: TypeVar("T", int, str).__constraints__)
show(lambda: TypeVar("T", bound="A").__bound__)
show(lambda: TypeVar("T", covariant=True, contravariant=True))
show(lambda: TypeVar("T", infer_variance=True, covariant=1))
show(lambda: [TypeVar("T", **{how: True}) for how in ("covariant", "contravariant", "infer_variance")])
show(lambda: (TypeVar("T", default=int).__default__, X.__default__, X.has_default()))
show(lambda: TypeVar("T", wrong=1))
show(lambda: TypeVar("T", bound=int).evaluate_bound(1))
show(lambda: TypeVar("T", int, str).evaluate_constraints(4))
show(lambda: (X | int, int | X, X | "x", X.__module__))
show(lambda: (P, P.args, P.kwargs, P.args == P.args, P.args == P.kwargs, P.args.__origin__ is P))
show(lambda: hash(P.args))
show(lambda: ParamSpec("P", 1))
show(lambda: (Ts, list(Ts), TypeVarTuple("Ts", default=(int,)).__default__))
show(lambda: Ts.__typing_subst__(1))
show(lambda: Ts | int)
show(lambda: (NoDefault, type(NoDefault)() is NoDefault))


class B(Generic[X]): ...


class C(Generic[X, Unpack[Ts]]): ...


show(lambda: (B[int], B.__parameters__, B.__orig_bases__, C[int, str, float]))
show(lambda: B[int, str])
show(lambda: Generic[int])
show(lambda: Generic[X, X])
show(lambda: Generic[()])
show(lambda: type("D", (Generic,), {}))
show(lambda: (list[X][int], dict[X, str][int], dict[X, X].__parameters__))
show(lambda: typing.Callable[P, X][[int], str])
alias = TypeAliasType("alias", int)
show(lambda: (alias, alias.__value__, alias.__type_params__, alias | None, alias.evaluate_value(1)))
show(lambda: alias[int])
show(lambda: TypeAliasType("b", list[X], type_params=(X,))[int])
show(lambda: TypeAliasType("b", 1, type_params=[X]))
show(lambda: TypeAliasType("b", 1, type_params=(1,)))
show(lambda: TypeAliasType("b", 1, type_params=(TypeVar("T", default=int), X)))
for instance in (X, P, Ts, P.args):
    show(lambda: type("Derived", (instance,), {}))
try:

    class Derived(X): ...

except TypeError as error:
    print(error)
