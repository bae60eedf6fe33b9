def chain(error):
    while error:
        print(" ", type(error).__name__, error, "| cause", repr(error.__cause__), "| context", repr(error.__context__), "|", error.__suppress_context__)
        error = error.__cause__ or error.__context__


try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("converted") from e
except ValueError as error:
    chain(error)
try:
    try:
        {}["missing"]
    except KeyError:
        undefined_name
except NameError as error:
    chain(error)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("hidden") from None
except RuntimeError as error:
    chain(error)
try:
    try:
        raise KeyError("first")
    finally:
        raise TypeError("in finally")
except TypeError as error:
    chain(error)
try:
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise ValueError(2)
        except ValueError:
            raise ValueError(3)
except ValueError as error:
    chain(error)


class Exit:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError("from exit")


try:
    with Exit():
        raise LookupError("in body")
except OSError as error:
    chain(error)
e = ValueError("self")
try:
    try:
        raise e
    except ValueError as again:
        raise again
except ValueError as error:
    chain(error)
