# super() of a class that has no MRO yet, because its metaclass is still asked for it.
class Meta(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ == "A":
            try:
                super(cls, cls).missing
            except AttributeError as error:
                print(error)
            try:
                super(Other, cls)
            except TypeError as error:
                print(error)
        return type.mro(cls)


class Other:
    pass


class A(metaclass=Meta):
    pass


print([cls.__name__ for cls in A.__mro__])
