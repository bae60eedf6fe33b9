class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        print("get", self.name)
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        print("set", self.name, value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner):
        return "non-data", instance is None, owner.__name__


class Model:
    a = Field()
    b = Field()
    n = NonData()


m = Model()
m.a = 1
print(m.a, m.b, m.n, Model.n, type(Model.a).__name__)
m.__dict__["n"] = "instance wins"
m.__dict__["b"] = "hidden but read by the descriptor"
print(m.n, m.b)
del m.a
print(m.a)
try:
    del m.a
except KeyError as error:
    print("KeyError", error)
Model.late = Field.__new__(Field)
Model.late.name = "late"
print(m.late)
for name in ("__get__", "__set__", "__delete__"):
    print(name, hasattr(Field(), name), hasattr(NonData(), name), hasattr(Model.__init__, name), hasattr(property(), name))
