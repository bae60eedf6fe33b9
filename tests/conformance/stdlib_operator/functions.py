# New in 3.14: operator.is_none
import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul(2, 3), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(1), op.pos(-1), op.abs(-5), op.invert(0), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 3), op.rshift(8, 2), op.not_([]), op.truth("a"), op.is_(1, 1), op.is_not(None, 1), op.is_none(None), op.is_not_none(None))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(2, 1), op.contains([1, 2], 2), op.countOf("banana", "a"), op.indexOf([5, 6], 6), op.getitem("abc", 1), op.concat([1], [2]), op.length_hint(iter([1, 2])), op.index(True))
first, pair = op.itemgetter(0), op.itemgetter("a", "b")
print(first("xyz"), pair({"a": 1, "b": 2}), sorted([(2, "x"), (1, "y")], key=first), op.attrgetter("real", "imag")(5), op.attrgetter("__class__.__name__")(5), op.methodcaller("upper")("a"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(repr(first), repr(pair), repr(op.attrgetter("a.b")), repr(op.methodcaller("f", 1, x=2)))
a = [1]
print(op.iadd(a, [2]) is a, op.setitem(a, 0, 9), op.delitem(a, 1), a, op.imul(2, 3), op.ior({1}, {2}), op.call(len, "abc"))
for call in (lambda: first(5), lambda: op.itemgetter(9)([1]), lambda: op.itemgetter(), lambda: op.attrgetter(5), lambda: op.attrgetter("nope")(5), lambda: op.methodcaller("nope")(5), lambda: op.indexOf([1], 2), lambda: op.concat(1, 2), lambda: op.index("a"), lambda: op.countOf(5, 1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
