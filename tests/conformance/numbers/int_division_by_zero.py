# New in 3.14: one message for every division by zero
def attempt(function):
    try:
        print(function())
    except ZeroDivisionError as error:
        print(error)


attempt(lambda: 1 / 0)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: divmod(1.0, 0))
attempt(lambda: 10**30 // 0)
attempt(lambda: 10**30 / 0)
attempt(lambda: 10**30 % 0)
attempt(lambda: 1j / 0)
attempt(lambda: 0**-1)
attempt(lambda: 0.0**-1)
attempt(lambda: 0j**-1)
