assert True
assert 1, "never shown"
for check in (lambda: (_ for _ in ()).throw(AssertionError), ):
    try:
        check()
    except AssertionError as error:
        print(repr(error))


def check(value, *message):
    if message:
        assert value, message[0]
    assert value


for args in ((0,), ([], "empty"), (None, ValueError("object")), ("", 5), ("ok",)):
    try:
        check(*args)
        print("passed", args)
    except AssertionError as error:
        print(repr(error), str(error), error.args)
exec("try:\n assert 0, 'in exec'\nexcept AssertionError as e:\n print(e)")
AssertionError = KeyError
try:
    assert False, "the name does not matter"
except Exception as error:
    print(type(error).__name__)
