def check(value):
    if value < 0:
        raise ValueError(f"negative: {value}")


errors = []
for value in (1, -2, -3):
    try:
        check(value)
    except ValueError as error:
        errors.append(error)
errors.append(ExceptionGroup("inner", [KeyError("k"), TypeError("t")]))
raise ExceptionGroup("validation failed", errors)
