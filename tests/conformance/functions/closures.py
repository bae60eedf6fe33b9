def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    return step, reset


step, reset = counter(10)
other, _ = counter()
print(step(), step(5), other(), step())
reset()
print(step(), step.__closure__[0].cell_contents, step.__code__.co_freevars, len(step.__closure__))
late = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in bound])


def outer():
    fs = []
    for x in "abc":
        def inner():
            return x
        fs.append(inner)
    x = "changed"
    return fs


print([f() for f in outer()])


def nested():
    a = 1

    def middle():
        def deep():
            return a * 2
        return deep

    a = 5
    return middle()()


print(nested(), (lambda x: lambda y: lambda z: x + y + z)(1)(2)(3))
