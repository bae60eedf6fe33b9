# __class__ of an object is assigned in a loop.
class Dog:
    legs = 4
    def say(self): return f"{self.name} barks"


class Bird:
    legs = 2
    def say(self): return f"{self.name} sings"


class Silent:
    def __getattr__(self, name): return lambda: f"no {name}"


def loop(o):
    out = []
    for i in range(120):
        if i and i % 40 == 0:
            o.__class__ = Bird if i == 40 else Silent
        value = (o.say(), getattr(o, "legs", None) if type(o) is not Silent else "?")
        if not out or out[-1] != value:
            out.append(value)
    return out


pet = Dog()
pet.name = "Rex"
print(loop(pet))
print(vars(pet))
pet.__class__ = Dog
print(loop(pet))
