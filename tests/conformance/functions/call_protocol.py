class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, times=1):
        return (self.n + x) * times


add = Adder(5)
print(add(1), add(1, times=2), callable(add), callable(5), callable(Adder), list(map(add, [1, 2])), Adder.__call__(add, 3))
add.__call__ = lambda x: "instance attribute is not used"
print(add(1))


class Meta(type):
    def __call__(cls, *args):
        print("creating", cls.__name__, args)
        return super().__call__(*args)


class Made(metaclass=Meta):
    def __init__(self, *args):
        self.args = args


print(Made(1, 2).args)
for case in ("5()", "None()", "add(1, 2)", "add()", "'abc'()", "[1]()", "(lambda: 0)(1)", "object()()", "add(1, bad=2)", "Made.__init__()"):
    try:
        eval(case)
    except TypeError as error:
        print(case, "->", error)
