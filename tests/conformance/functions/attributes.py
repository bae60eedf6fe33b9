def sample(a: int, b: str = "x", *args, c=3, **kw) -> bool:
    """Docs of sample."""
    local = 1
    return True


print(sample.__name__, sample.__qualname__, sample.__module__, sample.__doc__, sample.__defaults__, sample.__kwdefaults__)
print(sample.__annotations__, sample.__dict__, sample.__closure__, type(sample).__name__, callable(sample))
code = sample.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, code.co_nlocals, code.co_firstlineno, code.co_freevars)
sample.extra = 5
sample.__name__ = "renamed"
sample.__doc__ = None
print(sample.extra, sample.__name__, sample.__qualname__, sample.__doc__, vars(sample), hasattr(sample, "nope"))
del sample.extra
for case in ("sample.extra", "sample.__name__ = 5", "sample.__code__ = 1", "sample.__defaults__ = 5", "sample.__dict__ = 1", "del sample.__name__", "sample.__closure__ = ()", "sample.__annotations__ = 5"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
print((lambda: 0).__name__, (lambda: 0).__qualname__, len.__name__, [].append.__name__, print.__module__, len.__doc__ is not None)


class A:
    def m(self):
        def inner(): pass
        return inner


print(A.m.__qualname__, A().m().__qualname__, A().m.__name__, A().m.__func__ is A.m, A.m.__module__)
