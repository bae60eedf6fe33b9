print(len("abc"))
len = lambda x: "shadowed"
print(len("abc"))
del len
print(len("abc"))
import builtins

builtins.custom_name = "from builtins"
print(custom_name)
del builtins.custom_name
try:
    custom_name
except NameError as error:
    print(error)


def uses_global():
    return undefined_yet


undefined_yet = "defined later"
print(uses_global())
undefined_yet = "changed"
print(uses_global())
del undefined_yet
try:
    uses_global()
except NameError as error:
    print(error)
print = print
max = min
print(max(3, 1, 2))
