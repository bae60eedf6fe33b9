"""tokenize and symtable on small sources."""
import io
import symtable
import tokenize

source = "def f(a, *b):  # doc\n\n    global x\n    return [a for a in f'{b!r:>{x}}']\n"
for token in tokenize.generate_tokens(io.StringIO(source).readline):
    print(tokenize.tok_name[token.exact_type], token[1:])
for token in tokenize.tokenize(io.BytesIO(b"# coding: latin-1\nx = '\xe9'").readline):
    print(token)
print(repr(tokenize.untokenize(tokenize.generate_tokens(io.StringIO(source).readline))))
for wrong in "(1", "'abc", "'''abc", "if x:\n  y\n z":
    try:
        list(tokenize.generate_tokens(io.StringIO(wrong).readline))
    except (tokenize.TokenError, SyntaxError) as e:
        print(type(e).__name__, e)


def show(table, depth=0):
    print("  " * depth, table.get_type(), table.get_name(), table.get_lineno(), table.is_nested())
    for symbol in table.get_symbols():
        about = [n for n in dir(symbol) if n.startswith("is_") and getattr(symbol, n)()]
        print("  " * depth, " ", symbol.get_name(), about)
    for child in table.get_children():
        show(child, depth + 1)


show(symtable.symtable("def f(a, *b):\n  global x\n  def g(): nonlocal a; a = 1\nclass C:\n  y = 1\n", "f", "exec"))
try:
    symtable.symtable("def f(x): global x", "f", "exec")
except SyntaxError as e:
    print(e, e.filename, e.lineno, e.offset)
