class Person:
    def __init__(self):
        self.first_name = "Ann"
        self.age = 5

    def greet(self): ...


p = Person()
for case in ("p.fist_name", "p.gret()", "p.aeg", "Person.gret", "p.zzzzz", "p.first_name.uper()", "[].apend(1)", "{}.kyes()", "import_error", "None.attr", "(1).foo", "print.nope", "Person.nope"):
    try:
        eval(case)
    except AttributeError as error:
        print(case, "->", error, "|", error.name, type(error.obj).__name__)
    except NameError as error:
        print(case, "->", error, "|", error.name)
error = AttributeError("message", name="n", obj=5)
print(error, error.name, error.obj, error.args, AttributeError("x").name, AttributeError("x").obj)
import math

try:
    math.sqr
except AttributeError as error:
    print(error, error.name, error.obj is math)
