class AppError(Exception):
    """Base of the application's errors."""


class NotFound(AppError):
    def __init__(self, name, *, code=404):
        super().__init__(f"{name} not found")
        self.name, self.code = name, code


class WithStr(AppError):
    def __str__(self):
        return "custom str"


class Quiet(AppError):
    def __init__(self, a, b):
        self.a = a


try:
    raise NotFound("page", code=410)
except AppError as error:
    print(error, error.name, error.code, error.args, repr(error), type(error).__mro__[1].__name__)
for error in (WithStr(1, 2), Quiet(1, 2), AppError(), AppError("a"), AppError("a", 2), AppError(("t",))):
    print(str(error), "|", repr(error), "|", error.args)
e = AppError("x")
e.args = ("changed", 1)
e.extra = 5
print(e, e.args, vars(e), e.__doc__)
try:
    e.args = 5
except TypeError as error:
    print(error)
try:
    raise type("Dynamic", (AppError, KeyError), {})("k")
except LookupError as error:
    print(repr(error), str(error))
print(issubclass(NotFound, Exception), Exception.__bases__, BaseException.__bases__, [c.__name__ for c in NotFound.__mro__])
