# New in 3.14: messages
class Key:
    def __init__(self, name, hash_value):
        self.name, self.hash_value = name, hash_value

    def __hash__(self):
        print("hash", self.name)
        return self.hash_value

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return self.name == other.name

    def __repr__(self):
        return self.name


a, b, a2 = Key("a", 1), Key("b", 1), Key("a", 1)
d = {a: 1}
d[b] = 2
print(d[a2])
print(a in d)
d[a2] = 3
print(d)


class Unhashable:
    def __eq__(self, other):
        return True


class Bad:
    def __hash__(self):
        return "no"


for value in (Unhashable(), Bad()):
    try:
        {value: 1}
    except TypeError as error:
        print(error)
