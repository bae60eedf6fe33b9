def show(*args, **kwargs):
    return args, list(kwargs.items())


class Mapping:
    def keys(self):
        print("keys()")
        return ["a", "b"]

    def __getitem__(self, key):
        print("getitem", key)
        return key * 2


def gen():
    print("generator starts")
    yield 1
    print("generator ends")


print(show(*gen(), **Mapping()))
print(show(0, *gen(), 2, *[3], k=1, **{"z": 1}, y=2))
print(show(**{"b": 1}, a=2, **{"c": 3}), show(*{}, **{}), show(*{"k": 1}), show(*(x for x in "ab")))


class NoKeys:
    pass


class NotIterable:
    keys = None


for call in (lambda: show(**NoKeys()), lambda: show(*NoKeys()), lambda: show(**NotIterable())):
    try:
        call()
    except TypeError as error:
        print(error)
