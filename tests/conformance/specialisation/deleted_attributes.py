"""Attributes that are deleted leave the others where they are found, and come back at the end."""

class C:
    def __init__(self, n):
        for i in range(n): setattr(self, f"a{i}", i)
for n in (1,3,4,6,9):
    for k in range(n):
        c = C(n); delattr(c, f"a{k}")
        c.z = 'z'
        setattr(c, f"a{k}", 'again')
        try: delattr(c, 'nope')
        except AttributeError as e: print(e)
        print(c.__dict__, hasattr(c, f"a{k}"))
        c2 = C(n); delattr(c2, f"a{k}"); print(getattr(c2, f"a{k}", None), [getattr(c2, f"a{i}", '-') for i in range(n)], vars(c2))
class S:
    __slots__ = ('p', 'q', '__dict__')
s = S(); s.p = 1; s.x = 2; s.y = 3; s.q = 4; del s.x; s.w = 5; print(s.p, s.q, s.y, s.w, s.__dict__)
del s.p
print(hasattr(s, 'p'), s.q, s.__dict__)
class L(list): pass
l = L(); l.a = 1; l.b = 2; del l.a; print(l.b, l.__dict__)
def hot():
    o = C(3); r = []
    for i in range(50):
        if i % 7 == 3 and hasattr(o, 'a1'): del o.a1
        r.append(getattr(o, 'a1', None)); r.append(o.a2)
        if i % 7 == 5: o.a1 = i
    return r
class D:
    a1 = 'class'
    def __init__(self): self.a0 = 0; self.a1 = 1; self.a2 = 2
def hot2():
    o = D(); r = []
    for i in range(60):
        if i % 5 == 2: del o.a1
        r.append(o.a1); r.append(o.a2)
        o.a1 = i
    return r
print(hot(), hot2())
