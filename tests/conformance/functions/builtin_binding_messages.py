calls = [
    lambda: len(), lambda: len(1, 2), lambda: len(5), lambda: len(obj=[]), lambda: abs(), lambda: isinstance(1), lambda: isinstance(1, 5), lambda: issubclass(1, int),
    lambda: ord(), lambda: chr(), lambda: getattr(1), lambda: setattr(1, 2), lambda: hasattr(1, 2), lambda: print(foo=1), lambda: print(sep=1), lambda: sorted(), lambda: enumerate(), lambda: zip(1),
    lambda: map(), lambda: map(len), lambda: filter(1), lambda: iter(5), lambda: next(5), lambda: next([]), lambda: reversed({1}), lambda: hash([]), lambda: id(), lambda: input(1, 2), lambda: pow(), lambda: pow(1),
    lambda: divmod(1), lambda: round(), lambda: repr(), lambda: format(), lambda: vars(5), lambda: dir(1, 2), lambda: iter(5, 1), lambda: callable(), lambda: any(5), lambda: all(), lambda: sum(), lambda: sum(5), lambda: int(1, 2, 3), lambda: zip([1], strict=5, x=1), lambda: type(1, 2), lambda: type(), lambda: object(1), lambda: super(), lambda: bool(x=1), lambda: enumerate(5), lambda: enumerate([], "a"),
]
for number, call in enumerate(calls):
    try:
        print(number, call())
    except (TypeError, RuntimeError) as error:
        print(number, error)
