# An AttributeError that says nothing of it gets the object and the name that were asked for.
class Hook:
    def __getattr__(self, name):
        raise AttributeError


class Early:
    def __getattribute__(self, name):
        raise AttributeError("not here")


class Told:
    def __getattr__(self, name):
        raise AttributeError("told", name="other", obj=3)


class Half:
    def __getattr__(self, name):
        raise AttributeError("half", name="other")


class Subclass(AttributeError):
    pass


class Special:
    def __getattr__(self, name):
        raise Subclass("special")


class Property:
    @property
    def x(self):
        raise AttributeError("in a property")


for obj in Hook(), Early(), Told(), Half(), Special(), Property():
    try:
        getattr(obj, "x")
    except AttributeError as error:
        print(type(error).__name__, error.args, error.name, type(error.obj).__name__)

try:
    Hook().attribute
except AttributeError as error:
    print(error.name, type(error.obj).__name__)
try:
    Property().x
except AttributeError as error:
    print(error.name, type(error.obj).__name__)
