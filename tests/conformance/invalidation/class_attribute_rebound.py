# A class attribute that instances read is rebound, on the class and on a base.
class Base:
    kind = "base"


class Derived(Base):
    pass


def loop(o, act):
    seen = []
    for i in range(90):
        if i in act:
            act[i]()
        if not seen or seen[-1] != o.kind:
            seen.append(o.kind)
    return seen


print(loop(Derived(), {30: lambda: setattr(Base, "kind", "base 2"), 50: lambda: setattr(Derived, "kind", "derived"),
                       70: lambda: delattr(Derived, "kind")}))
print(loop(Derived, {30: lambda: setattr(Base, "kind", "base 3"), 60: lambda: setattr(Derived, "kind", "derived 2")}))
