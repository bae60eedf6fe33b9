# Attributes of instances of subclasses of built-in types, through descriptors, hooks, metaclasses and super(): hot, and changing.
class Names(dict):
    kind = "class"

    def __init__(self, outer=None):
        super().__init__()
        self.outer = outer

    def depth(self):
        return 0 if self.outer is None else self.outer.depth() + 1

    @property
    def size(self):
        return len(self)

    @classmethod
    def make(cls):
        return cls.__name__

    @staticmethod
    def plain():
        return "plain"


class Fails(ValueError):
    def __init__(self, reason, code):
        super().__init__(reason)
        self.code = code


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def hot(f, *args):
    for _ in range(20):
        result = attempt(f, *args)
    return result


inner = Names(Names(Names()))
for f in (
    lambda n: n.depth(),
    lambda n: n.outer.outer.outer,
    lambda n: n.kind,
    lambda n: n.size,
    lambda n: n.make(),
    lambda n: n.plain(),
    lambda n: n.get("a", 5),
    lambda n: n.nothing,
    lambda n: n.depth.__func__.__name__,
    lambda n: n.__class__.__name__,
    lambda n: n.__doc__,
    lambda n: sorted(n.__dict__),
    lambda n: n.depth(),
):
    print(hot(f, inner), end="; ")
print()
e = Fails("why", 7)
for f in lambda e: e.code, lambda e: e.args, lambda e: e.__traceback__, lambda e: e.with_traceback(None) is e, lambda e: str(e):
    print(hot(f, e), end="; ")
print()


def shadow(n):
    return n.kind


print(hot(shadow, inner))
inner.kind = "instance"
print(hot(shadow, inner), hot(shadow, Names()))
Names.kind = property(lambda self: "property")
print(hot(shadow, inner))
del Names.kind
print(hot(shadow, inner), hot(shadow, Names()))


def change(n, v):
    n.outer = v
    n.other = v
    return n.outer, n.other


print(hot(change, Names(), 1), hot(change, Fails("a", 1), 2), hot(change, object(), 2), hot(change, 3, 2))


class Hooked:
    known = 1

    def __init__(self):
        self.own = 2

    def __getattr__(self, name):
        if name == "gone":
            raise AttributeError("no " + name)
        return "hook " + name

    @property
    def broken(self):
        raise AttributeError("broken")

    def method(self):
        return "method"


h = Hooked()
for f in (
    lambda h: h.known,
    lambda h: h.own,
    lambda h: h.other,
    lambda h: h.gone,
    lambda h: h.broken,
    lambda h: h.method(),
    lambda h: h.other(),
):
    print(hot(f, h), end="; ")
print()


def other(h):
    return h.other


print(hot(other, h))
h.other = "now there"
print(hot(other, h))
Hooked.__getattr__ = lambda self, name: "second hook " + name
del h.other
print(hot(other, h))
del Hooked.__getattr__
print(hot(other, h))


class Meta(type):
    level = "meta"

    def describe(cls):
        return "describe " + cls.__name__

    @property
    def computed(cls):
        return "computed " + cls.__name__


class Made(metaclass=Meta):
    value = 3

    @classmethod
    def build(cls):
        return cls.__name__

    @staticmethod
    def tool(x=1):
        return x

    @property
    def prop(self):
        return 1

    def method(self):
        return "unbound"


for f in (
    lambda c: c.level,
    lambda c: c.describe(),
    lambda c: c.computed,
    lambda c: c.value,
    lambda c: c.build(),
    lambda c: c.tool(),
    lambda c: type(c.prop).__name__,
    lambda c: c.method(None),
    lambda c: c.__name__,
    lambda c: c.__mro__[-1],
    lambda c: c.mro()[0],
    lambda c: c.absent,
    lambda c: c.__module__,
):
    print(hot(f, Made), end="; ")
print()
print(hot(lambda: int.from_bytes(b"a", "big")), hot(lambda: str.maketrans("a", "b")), hot(lambda: dict.fromkeys("ab", 1)))


def name_of(c):
    return c.__name__, c.level


print(hot(name_of, Made))
Made.level = "class"
print(hot(name_of, Made))
Meta.level = property(lambda cls: "from the metaclass")
Made.__name__ = "Renamed"
print(hot(name_of, Made))


class Base:
    label = "base"

    def __init__(self, x=0):
        self.x = x

    def hello(self):
        return "base hello"

    @classmethod
    def create(cls):
        return "base creates", cls.__name__

    @staticmethod
    def util():
        return "util"

    @property
    def prop(self):
        return "base prop"


class Middle(Base):
    def hello(self):
        return "middle, " + super().hello()


class Leaf(Middle):
    def __init__(self):
        super().__init__(4)

    def hello(self):
        return "leaf, " + super().hello()

    @classmethod
    def create(cls):
        return super().create()

    def all(self):
        return super().label, super().util(), super().prop, super().__repr__()[:6], super(Middle, self).hello()

    def absent(self):
        return super().absent

    def two(self):
        return super(Leaf, self).hello, super().__class__


class OtherLeaf(Leaf):
    pass


leaf = Leaf()
for obj in leaf, OtherLeaf(), leaf:
    print(hot(obj.hello), hot(obj.create), hot(obj.absent))
    print(hot(obj.all))
    print(hot(obj.two)[0].__func__ is Middle.hello, hot(obj.two)[1])
Middle.hello = lambda self: "new middle"
print(hot(leaf.hello))
del Middle.hello
print(hot(leaf.hello))
Base.hello = Base.label
print(hot(leaf.hello))


class Counted(int):
    made = 0

    def __new__(cls, *args):
        cls.made += 1
        return super().__new__(cls, *args)

    def __add__(self, other):
        return Counted(super().__add__(other))


total = Counted(0)
for i in range(20):
    total = total + i
print(total, type(total).__name__, Counted.made)


class MetaWithSuper(type):
    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, ns)
        cls.tag = name.lower()
        return cls

    def __call__(cls, *args):
        made = super().__call__(*args)
        made.called = True
        return made


for i in range(10):
    K = MetaWithSuper(f"K{i}", (), {})
    k = K()
print(K.tag, k.called)
