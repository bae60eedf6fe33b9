def f(arguments, let, constructor=1, *prototype, toString, **hasOwnProperty):
    __proto__ = arguments
    this = let
    var = lambda function: function + __proto__
    return arguments, let, constructor, prototype, toString, hasOwnProperty, this, var(1)


print(f(1, 2, 3, 4, 5, toString=6, valueOf=7, __proto__=8))
print(f(arguments=1, let=2, toString=3, constructor=4))
print(f(**{"arguments": 1, "let": 2, "toString": 3, "hasOwnProperty": 4, "__defineSetter__": 5}))
for call in (lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, toString=1, let=3), lambda: (lambda: 0)(constructor=1), lambda: (lambda: 0)(__proto__=1)):
    try:
        call()
    except TypeError as error:
        print(error)


def closure():
    hasOwnProperty = 1
    constructor = 2

    def inner():
        nonlocal constructor
        constructor += hasOwnProperty
        return constructor

    return inner(), inner(), sorted(locals())


print(closure(), [toString for toString in "ab"], {valueOf: __proto__ for valueOf, __proto__ in [(1, 2)]})
print(f.__code__.co_varnames, f.__kwdefaults__, sorted(locals() for _ in "a") == [] or len(globals()) > 3)
