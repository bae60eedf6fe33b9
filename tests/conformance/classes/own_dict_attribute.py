# A class may define __dict__ and __weakref__ itself, and its docstring must be encodable.
class Own:
    def compute(self):
        return {"a": 2}

    __dict__ = property(compute)
    __weakref__ = "mine"


own = Own()
own.other = 1
print(own.__dict__, vars(own), own.__weakref__, own.other)
try:
    own.__dict__ = {}
except AttributeError as error:
    print(error)

try:
    type("A", (), {"__doc__": "x\udcdcy"})
except UnicodeEncodeError as error:
    print(error)
A = type("A", (), {"__doc__": b"x"})
A.__doc__ = "x\udcdcy"
print(ascii(A.__doc__))
