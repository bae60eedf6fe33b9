from functools import partial, partialmethod, reduce
import operator

print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3], 10), reduce(max, [3, 9, 2]), reduce(lambda a, b: b, [], "initial"))
p = partial(pow, 2)
print(p(5), p.func is pow, p.args, p.keywords, partial(int, base=2)("101"), partial(print, "a", sep="-")("b"))
q = partial(p, 3)
print(q(), q.args, q.func is pow)
f = partial(lambda *a, **k: (a, k), 1, x=1)
print(f(2, x=5, y=6), repr(partial(len)) if False else "", f.keywords)
f.attr = "attribute"
print(f.attr, vars(f))


class Cell:
    def set(self, value, scale=1):
        self.value = value * scale
        return self.value

    set_ten = partialmethod(set, 10)
    set_scaled = partialmethod(set, scale=3)


c = Cell()
print(c.set_ten(), c.set_ten(2), c.set_scaled(5))
for call in (lambda: reduce(operator.add, []), lambda: reduce(operator.add, 5), lambda: partial(), lambda: partial(5), lambda: p()):
    try:
        call()
    except TypeError as error:
        print(error)
