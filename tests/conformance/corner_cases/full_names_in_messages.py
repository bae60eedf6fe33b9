# Some messages name the class of an argument with its module.
source = '''
class X:
    pass


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


x = X()
for function, *args in ((str, b"", x), (str, b"", "utf-8", x), (bytes, "a", x), (complex, 1, x), (complex, x, 1), (complex, x), (float, x),
                        (int, x), (bytes.fromhex, x), (float.fromhex, x), (hash, [x]), (set, [[x]]), ({}.get, [x]), ({}.get, {1: x}), (set, [{}]),
                        (eval, x), (compile, x, "a", "exec"), ("a".encode, x), (format, 1, x), (memoryview, x), (b"".join, [x])):
    attempt(function, *args)


class Unhashable(list):
    pass


attempt({}.__getitem__, Unhashable())
attempt(set().add, Unhashable())
'''
exec(compile(source, "m", "exec"), {"__name__": "package.module"})
exec(compile(source, "m", "exec"), {"__name__": "__main__"})
