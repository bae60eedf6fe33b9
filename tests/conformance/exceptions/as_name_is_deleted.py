try:
    1 / 0
except ZeroDivisionError as error:
    saved = error
try:
    error
except NameError as missing:
    print(missing)
print(saved)
error = "existing"
try:
    raise ValueError("v")
except ValueError as error:
    error = "rebound"
print("error" in globals())


def f():
    e = 1
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return str(u)


def g():
    try:
        raise ValueError("first")
    except ValueError as e:
        del e
    return "deleted inside is fine"


def h():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 1:
                return repr(e)
            continue


print(f(), g(), h())
