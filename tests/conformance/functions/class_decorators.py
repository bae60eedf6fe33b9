def add_method(cls):
    cls.hello = lambda self: f"hello from {type(self).__name__}"
    return cls


def singleton(cls):
    instances = {}

    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]

    return get


class CountCalls:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@add_method
class A:
    pass


@singleton
class Config:
    def __init__(self, name):
        self.name = name


@CountCalls
def square(x):
    return x * x


print(A().hello(), Config("one").name, Config("two").name, square(3), square(4), square.calls)
