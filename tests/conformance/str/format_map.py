class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"


print("{name} is {age}".format_map({"name": "Bo", "age": 5}))
print("{name} {missing}".format_map(Default(name="x")))
try:
    "{} {a}".format_map({"a": 1})
except ValueError as error:
    print(error)
try:
    "{zz}".format_map({})
except KeyError as error:
    print(repr(error))
