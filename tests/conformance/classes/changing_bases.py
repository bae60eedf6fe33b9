class A:
    def who(self): return "A"


class B:
    def who(self): return "B"


class C(A):
    pass


c = C()
print(c.who(), C.__bases__)
C.__bases__ = (B,)
print(c.who(), C.__mro__, issubclass(C, A), A.__subclasses__(), B.__subclasses__())
c.__class__ = A
print(c.who(), type(c), isinstance(c, C))
for case in ("C.__bases__ = ()", "c.__class__ = 5", "c.__class__ = int", "C.__bases__ = [A]", "C.__bases__ = (C,)", "A.__mro__ = ()"):
    try:
        exec(case)
    except (TypeError, AttributeError) as error:
        print(case, "->", error)
