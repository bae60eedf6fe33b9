def unbound():
    print(x)
    x = 1


def deleted():
    y = 1
    del y
    return y


def conditional(flag):
    if flag:
        z = 1
    return z


def free():
    def inner():
        return later
    inner()
    later = 1


def delete_twice():
    w = 1
    del w
    del w


def after_except():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error


def loop_variable():
    for i in []:
        pass
    return i


def augmented():
    total += 1


for function in (unbound, deleted, lambda: conditional(False), free, delete_twice, after_except, loop_variable, augmented, lambda: undefined_name):
    try:
        function()
    except NameError as error:
        print(type(error).__name__, error, error.name)
print(conditional(True))
