import builtins

names = [n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException)]
children = {}
for name in names:
    cls = getattr(builtins, name)
    if cls.__name__ == name and cls is not BaseException:
        children.setdefault(cls.__bases__[0].__name__, []).append(name)


def show(name, depth):
    print("  " * depth + name)
    for child in sorted(children.get(name, [])):
        show(child, depth + 1)


show("BaseException", 0)
print(IOError is OSError, EnvironmentError is OSError, ExceptionGroup.__mro__)
