# What an AttributeError knows of its object and name does not depend on how often a site was executed (in CPython, that of a
# property's getter does after some more executions than these).
class Hook:
    def __getattr__(self, name):
        raise AttributeError


class Property:
    @property
    def x(self):
        raise AttributeError("in a property")


class Inner:
    @property
    def x(self):
        return self.missing


class Closure:
    @property
    def x(self):
        raise AttributeError(*[f() for f in [lambda: type(self).__name__]])


def read(o):
    try:
        return o.x
    except AttributeError as error:
        return error.args, error.name, type(error.obj).__name__


for make in Hook, Property, Inner, Closure:
    print([read(make()) for _ in range(2)])
print({read(make()) for make in (Hook, Inner) for _ in range(500)} == {read(Hook()), read(Inner())})


class S(str):
    pass


class R:
    def __str__(self):
        return S("x")


print({type(str(r)).__name__ for r in [R()] * 500})
