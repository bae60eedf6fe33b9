class A:
    x = "A.x"

    def f(self): return "A.f"

    @classmethod
    def c(cls): return "A.c", cls.__name__

    @property
    def p(self): return "A.p"

    def __getitem__(self, k): return "A item", k
    def __len__(self): return 5
    def __repr__(self): return "<A>"


class B(A):
    x = "B.x"

    def f(self): return "B.f then " + super().f()

    @classmethod
    def c(cls): return super().c()

    @property
    def p(self): return "B.p then " + super().p

    def __getitem__(self, k): return super().__getitem__(k)

    def special(self):
        results = [super().x, super().__len__(), repr(super())]
        try:
            super()[0]
        except TypeError as error:
            results.append(str(error))
        try:
            len(super())
        except TypeError as error:
            results.append(str(error))
        return results

    def assign(self):
        try:
            super().new = 1
        except AttributeError as error:
            return str(error)


b = B()
print(b.f(), B.c(), b.p, b["k"], b.special(), b.assign())
unbound = super(B)
print(unbound.__self__, unbound.__get__(b).f(), super(B, B).c(), super(B, b).__self__ is b, super(A, b).__repr__().startswith("<"))
for call in (lambda: super(B, 5), lambda: super(5, b), lambda: super(B, A()), lambda: super(B, b).nope, lambda: super(B).f()):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(error)


class C(B):
    def f(self):
        def inner():
            return super(C, self).f()

        def zero():
            return super().f()

        try:
            zero()
        except (TypeError, RuntimeError) as error:
            print(error)
        return inner(), [super(C, self).f() for _ in range(1)]


print(C().f())
