class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = getattr(owner, "fields", ()) + (name,)

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__[self.name]

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        instance.__dict__[self.name] = value


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("Ann", 30)
print(p.name, p.age, Person.fields, vars(p))
try:
    p.age = "old"
except TypeError as error:
    print(error)


class Fails:
    def __set_name__(self, owner, name):
        raise RuntimeError("no name for you")


try:
    class Uses:
        x = Fails()
except RuntimeError as error:
    print(error, error.__notes__)
