o = object()
print(o.__eq__(o), o.__ne__(o), o.__eq__(1), o.__lt__(o), o.__class__, o.__str__() == o.__repr__() == repr(o), o.__hash__() == hash(o), o.__dir__() == object.__dir__(o), o.__format__("") == str(o), o.__sizeof__() > 0)
print(object.__init__(o), o.__init_subclass__(), o.__subclasshook__(int), o.__reduce_ex__(2)[0].__name__, o.__getstate__())


class A:
    def __init__(self): self.x = 1


a = A()
print(a.__getstate__(), a.__reduce_ex__(4)[2], object.__getattribute__(a, "x"), object.__setattr__(a, "y", 2), a.y, object.__delattr__(a, "y"), vars(a))
for call in (lambda: o.x, lambda: setattr(o, "x", 1), lambda: object(1), lambda: object.__setattr__(int, "x", 1), lambda: object.__getattribute__(a, 5), lambda: o.__format__("x"), lambda: o.__eq__(), lambda: object.__repr__(), lambda: a.__dict__.x, lambda: o.__dict__):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print((5).__add__(3), (5).__add__("a"), (5).__radd__(3), (5).__eq__(5.0), (5.0).__eq__(5), (1).__bool__(), "a".__lt__("b"), [1].__contains__(1), (5).__divmod__(3), (2).__pow__(3, 5), [].__len__(), {}.__class_getitem__(int))
