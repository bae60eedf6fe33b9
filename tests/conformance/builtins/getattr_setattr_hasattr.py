class A:
    x = 1

    @property
    def broken(self):
        raise KeyError("inside")


a = A()
print(getattr(a, "x"), getattr(a, "y", "default"), getattr(a, "y", None), hasattr(a, "x"), hasattr(a, "y"), setattr(a, "z", 5), a.z, delattr(a, "z"), hasattr(a, "z"))
for call in (lambda: getattr(a, "y"), lambda: getattr(a, 1), lambda: getattr(a), lambda: hasattr(a, 1), lambda: setattr(a, "x"), lambda: delattr(a, "x"), lambda: delattr(a, 5), lambda: hasattr(a, "broken"), lambda: getattr(a, "broken", "default"), lambda: setattr(5, "x", 1), lambda: getattr(a, "x", "d", "e"), lambda: setattr([], "append", 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
setattr(a, "with space", 1)
print(vars(a), getattr(a, "with space"), getattr("abc", "upper")(), getattr(5, "__add__")(3))
setattr(A, "klass", "on the class")
print(a.klass, [getattr(a, n, "-") for n in ("x", "klass", "nope")])
