import ast

source = """
def f(a, b=1, *args, c: int = 2, **kw) -> str:
    '''doc'''
    x = [i ** 2 for i in range(10) if i % 2]
    with open(a) as fh, b:
        yield fh
    try:
        return f"{x!r:>{10}} {a=}"
    except (ValueError, TypeError) as e:
        raise KeyError(e) from None
    else:
        pass
    finally:
        del x[0]
@decorator
class A[T](Base, metaclass=M):
    y: int = 1
    async def g(self): await h(); return lambda *a, k=1: (a, k)
while not done or (x and y): break
for i, *j in z: continue
match q:
    case [1, *rest] if rest: ...
    case {"k": v, **o} | P(x=1): pass
print(a if b else c, {**d, 'k': v}, {*s}, x[1:2, ::3], not a < b <= c, -x ** 2, (yield), (w := 1))
import a.b as c
from . import d
type X = int
assert x, "message"
"""
tree = ast.parse(source)
text = ast.unparse(tree)
print(text)
print(ast.dump(ast.parse(text)) == ast.dump(tree))
print(ast.dump(ast.parse("x = 1 + y * 2", mode="exec"), indent=1))
print(ast.literal_eval("{'a': [1, 2.5, (True, None)], 'b': -1, 'c': {1, 2}, 'd': b'x', 'e': 1+2j}"))
for bad in ("f()", "x", "1 + 1", "[x for x in y]"):
    try:
        ast.literal_eval(bad)
    except ValueError as error:
        print(str(error).split(":")[0])
