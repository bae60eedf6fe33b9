import inspect


def f(a, b: int = 5, /, c="x", *args: str, d, e: list = None, **kw) -> bool: ...


class C:
    def __init__(self, x, y=1): ...
    def method(self, a, *, b): ...
    @classmethod
    def cm(cls, z): ...
    @staticmethod
    def sm(q): ...
    def __call__(self, arg): ...


s = inspect.signature(f)
print(s)
for p in s.parameters.values():
    print(p.name, p.kind.name, p.default is p.empty, p.annotation if p.annotation is not p.empty else "-")
print(inspect.signature(C), inspect.signature(C.method), inspect.signature(C(1).method), inspect.signature(C.cm), inspect.signature(C.sm), inspect.signature(C(1)))
b = s.bind(1, 2, 3, 4, d=5, z=6)
b.apply_defaults()
print(b.arguments, b.args, b.kwargs)
for arguments in ((), (1,), (1, 2)):
    try:
        s.bind(*arguments)
    except TypeError as error:
        print(error)
print(inspect.isfunction(f), inspect.ismethod(C(1).method), inspect.isclass(C), inspect.isgeneratorfunction(lambda: (yield)), inspect.iscoroutinefunction(f), inspect.isbuiltin(len), inspect.getdoc(inspect.isclass) is not None)
print(inspect.signature(len), inspect.signature(lambda x=(1, 2), *, y={}: 0), inspect.getmembers(C(1), inspect.ismethod)[0][0])
