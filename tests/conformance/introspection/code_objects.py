def f(a, b, /, c, *args, d=1, **kw):
    """Doc."""
    x = 1
    y = [i for i in range(x)]

    def inner():
        return x

    return inner, y


c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_cellvars, c.co_freevars, c.co_firstlineno)
print(c.co_flags & 0x04 != 0, c.co_flags & 0x08 != 0, c.co_flags & 0x20 != 0, c.co_consts[0], c.co_names, c.co_stacksize > 0, type(c.co_code).__name__)
g = compile("x = 1 + 2", "<name>", "exec")
print(g.co_name, g.co_filename, g.co_names, g.co_argcount, type(g).__name__, g == compile("x = 1 + 2", "<name>", "exec"), hash(g) == hash(compile("x = 1 + 2", "<name>", "exec")))
h = c.replace(co_name="renamed", co_firstlineno=100)
print(h.co_name, h.co_firstlineno, c.co_name, h == c)
import types

made = types.FunctionType((lambda: value * 2).__code__, {"value": 21})
print(made(), made.__name__)


def gen(): yield
async def co(): ...
async def agen(): yield


print([bool(fn.__code__.co_flags & flag) for fn in (f, gen, co, agen) for flag in (0x20, 0x80, 0x200)])
try:
    c.co_name = "x"
except AttributeError as error:
    print(error)
print(repr(c).startswith("<code object f at 0x"), f.__code__.co_positions is not None, list(g.co_lines())[0][2] in (0, 1))
