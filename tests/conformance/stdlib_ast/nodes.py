"""Construction, defaults, copies and text of nodes."""
# New in 3.14: the repr of nodes
import ast
import copy
import pickle
import warnings


def attempt(f):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
    for message in sorted(str(w.message) for w in seen):
        print("  warning:", message)


attempt(lambda: ast.AST())
attempt(lambda: ast.AST(1))
attempt(lambda: ast.AST(x=1))
attempt(lambda: ast.Name("a"))
attempt(lambda: ast.Name("a", ast.Store(), lineno=3).lineno)
attempt(lambda: ast.Name("a", 1, 2))
attempt(lambda: ast.Name("a", id="b"))
attempt(lambda: ast.Name())
attempt(lambda: ast.Name("a", foo=1).foo)
attempt(lambda: sorted(ast.arguments().__dict__))
attempt(lambda: ast.arguments().vararg)
attempt(lambda: ast.BinOp(1, 2).__dict__)
attempt(lambda: ast.Load() is ast.Load())
attempt(lambda: ast.parse("a", mode="eval").body.ctx is ast.parse("b", mode="eval").body.ctx)


class Own(ast.AST):
    _fields = ("a", "b")


class Typed(ast.AST):
    _fields = ("a", "b", "c")
    _field_types = {"a": int, "b": list[int], "c": int | None}


attempt(lambda: Own(1).__dict__)
attempt(lambda: Typed().__dict__)
attempt(lambda: ast.Name._field_types)
attempt(lambda: ast.FunctionDef._fields)
attempt(lambda: ast.arg._attributes)
attempt(lambda: (ast.Name.__doc__, ast.operator.__doc__, ast.Add.__mro__))
attempt(lambda: copy.replace(ast.Name("a"), id="b"))
attempt(lambda: copy.replace(ast.Name("a"), foo="b"))
attempt(lambda: ast.Name("a").__replace__(1))
tree = ast.parse("def f(a, b=1, *c): return [a, b, c]")
attempt(lambda: tree)
attempt(lambda: ast.dump(copy.deepcopy(tree)) == ast.dump(tree))
attempt(lambda: ast.dump(pickle.loads(pickle.dumps(tree)), include_attributes=True))
attempt(lambda: ast.Name("a").__reduce__())
node = ast.List([])
node.elts.append(node)
attempt(lambda: node)
match tree.body[0]:
    case ast.FunctionDef(name, ast.arguments(args=[*_, ast.arg(last)])):
        print(name, last)
for n in ast.walk(tree):
    print(type(n).__name__, end=" ")
print()


class Doubling(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.BinOp(node, ast.Mult(), ast.Constant(2))


changed = ast.fix_missing_locations(Doubling().visit(ast.parse("x = 3 + 4")))
namespace = {}
exec(compile(changed, "<tree>", "exec"), namespace)
print(namespace["x"], ast.unparse(changed))
print(ast.literal_eval("{1: [2, (3, 'x'), -4+2j, None, ...]}"))
print(ast.dump(ast.parse("def f():\n 'doc'\n return __debug__", optimize=2)))
