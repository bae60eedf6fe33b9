# New in 3.14: unparenthesised except
def catch(error, *kinds):
    try:
        raise error
    except kinds as caught:
        return f"caught {type(caught).__name__}"
    except Exception as other:
        return f"other {type(other).__name__} {other}"


print(catch(ValueError(), ValueError), catch(KeyError(), LookupError), catch(ValueError(), KeyError, ValueError), catch(ValueError()))
try:
    try:
        raise ValueError("v")
    except "not a class":
        pass
except TypeError as error:
    print(error, "|", repr(error.__context__))
try:
    try:
        raise ValueError("v")
    except (ValueError, 5):
        print("a bad tuple is noticed before a match")
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError("v")
    except (KeyError, (IndexError, ValueError)):
        print("nested")
except TypeError as error:
    print(error)


def kinds():
    print("evaluated")
    return KeyError


try:
    raise KeyError
except ValueError:
    pass
except kinds():
    print("dynamic")
try:
    x = 1
except kinds():
    pass
try:
    raise ValueError
except KeyError, ValueError:
    print("no parentheses needed")
