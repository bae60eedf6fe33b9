import ast


class Names(ast.NodeVisitor):
    def __init__(self):
        self.loads, self.stores = [], []

    def visit_Name(self, node):
        (self.loads if isinstance(node.ctx, ast.Load) else self.stores).append(node.id)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node


names = Names()
tree = ast.parse("a = b + c(d)\nfor e in f: g = [h for h in i]")
names.visit(tree)
print(names.loads, names.stores)
doubled = ast.fix_missing_locations(Double().visit(ast.parse("1 + 2 * len('abc')", mode="eval")))
print(eval(compile(doubled, "<ast>", "eval")), ast.unparse(doubled))
print([type(n).__name__ for n in ast.walk(ast.parse("x.y[0] = not z"))])
built = ast.Module(body=[ast.Assign(targets=[ast.Name("made", ast.Store())], value=ast.BinOp(ast.Constant(6), ast.Mult(), ast.Constant(7)))], type_ignores=[])
ns = {}
exec(compile(ast.fix_missing_locations(built), "<built>", "exec"), ns)
print(ns["made"])
node = ast.parse("first = 1\nsecond = (2 +\n  3)").body[1]
print(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, node._fields, ast.get_source_segment("first = 1\nsecond = (2 +\n  3)", node.value))
print(ast.get_docstring(ast.parse("'''Doc\n   string'''")), [f for f, _ in ast.iter_fields(ast.parse("x", mode="eval").body)], isinstance(node, ast.stmt))
try:
    compile(ast.Module(body=[ast.Expr(ast.Name("x", ast.Store()))], type_ignores=[]), "<bad>", "exec")
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
