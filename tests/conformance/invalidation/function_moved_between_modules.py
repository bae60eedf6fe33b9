# A function over other globals runs the same code.
import types


def read():
    return value


value = "here"
elsewhere = types.FunctionType(read.__code__, {"value": "there"})
out = []
for i in range(120):
    out.append(read() if i % 3 else elsewhere())
print(out.count("here"), out.count("there"))
elsewhere.__globals__["value"] = "changed"
value = "also"
print(read(), elsewhere())
del elsewhere.__globals__["value"]
try:
    elsewhere()
except NameError as error:
    print(error)
