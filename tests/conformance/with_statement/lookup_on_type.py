calls = []


class Meta(type):
    def __enter__(cls):
        calls.append("meta enter")
        return cls

    def __exit__(cls, *a):
        calls.append("meta exit")


class C(metaclass=Meta):
    def __enter__(self):
        calls.append("enter")

    def __exit__(self, *a):
        calls.append("exit")


with C as cls, C() as none:
    print(cls.__name__, none)
c = C()
c.__enter__ = lambda: print("never called")
with c:
    pass
print(calls)


class Slots:
    __slots__ = ()
    __enter__ = staticmethod(lambda: "static enter")
    __exit__ = staticmethod(lambda *a: print("static exit", len(a)))


with Slots() as s:
    print(s)


class WithDescriptor:
    class D:
        def __get__(self, instance, owner):
            print("bound")
            return lambda *a: "from descriptor"

    __enter__ = D()
    __exit__ = D()


with WithDescriptor() as d:
    print(d)
