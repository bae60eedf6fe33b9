def apply(function, *args):
    return function(*args)


def outer():
    def inner(x):
        return (lambda y: y / x)(1)

    return apply(inner, 0)


outer()
