"""What a Python says about a program, as text: one text for each of its views. `sections.ts` writes the same.

Runs under CPython 3.14 (in pyodide) and, to look at the modules of the library instead of the packages, under Adder:
    node tools/run.mjs tools/exactness/sections.py FOLDER FILE...
"""

import _symtable
import ast
import dis
import hashlib
import io
import re
import sys
import tokenize
import types
import warnings

sys.setrecursionlimit(50_000)
warnings.simplefilter("ignore")

NAME = "program.py"

# Flags of a name that a block merely passes on from an outer block to an inner one.
FREE = _symtable.FREE << _symtable.SCOPE_OFF


def error_text(error):
    """An error with all its fields."""
    fields = [error.lineno, error.offset, error.end_lineno, error.end_offset] if isinstance(error, SyntaxError) else []
    return "\n".join(["error", type(error).__name__, getattr(error, "msg", None) or str(error), *map(str, fields)])


def attempt(view, *arguments):
    """A view of a program, or the error that stands in its way."""
    try:
        return view(*arguments)
    except (SyntaxError, RecursionError, MemoryError) as error:
        return error_text(error)


def parse(source, mode, options):
    flags = ast.PyCF_ONLY_AST | (ast.PyCF_TYPE_COMMENTS if options.get("type_comments") else 0)
    return compile(source, NAME, mode, flags, dont_inherit=True)


def tree_text(source, mode, options):
    return ast.dump(parse(source, mode, options), include_attributes=True)


def unparse_text(source, mode, options):
    return ast.unparse(parse(source, mode, options))


def decoded(source):
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    return io.TextIOWrapper(io.BytesIO(source), encoding, newline="").read()


def token_text(source):
    out = []
    try:
        for t in tokenize.generate_tokens(io.StringIO(decoded(source), newline="").readline):
            out.append(f"{t.type} {t.exact_type} {t.start[0]},{t.start[1]}-{t.end[0]},{t.end[1]} {t.string}\x1f{t.line}\x1e")
    except tokenize.TokenError as error:
        out.append(f"TokenError {error.args[0]} {error.args[1]}")
    return "\n".join(out)


def symtable_text(source, mode):
    out = []

    def visit(entry, depth):
        head = f"{entry.type} {entry.name} line {entry.lineno}{' nested' if entry.nested else ''}"
        out.append("  " * depth + f"{head} ({' '.join(entry.varnames)})")
        # What only inner blocks mention comes last, in the order of a set, which no two runs of CPython share.
        own = [item for item in entry.symbols.items() if item[1] != FREE]
        passed = sorted(item for item in entry.symbols.items() if item[1] == FREE)
        for name, flags in own + passed:
            out.append("  " * depth + f"- {name} {flags:x}")
        for child in entry.children:
            visit(child, depth + 1)

    visit(_symtable.symtable(source, NAME, mode), 0)
    return "\n".join(out)


def constant_text(value):
    """A constant with its type; frozensets have no order."""
    if isinstance(value, types.CodeType):
        return f"code {value.co_qualname}"
    if isinstance(value, frozenset):
        return f"frozenset {{{', '.join(sorted(map(constant_text, value)))}}}"
    if isinstance(value, tuple):
        return f"tuple ({', '.join(map(constant_text, value))})"
    return f"{type(value).__name__} {value!r}"


def nested(code):
    yield code
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            yield from nested(value)


def code_text(source, mode):
    out = []
    for optimize in 0, 1, 2:
        top = compile(source, NAME, mode, 0, dont_inherit=True, optimize=optimize)
        for co in nested(top):
            out.append(f"optimize {optimize} {co.co_name} {co.co_qualname} line {co.co_firstlineno}")
            out.append(f"arguments {co.co_argcount} {co.co_posonlyargcount} {co.co_kwonlyargcount}")
            out.append(f"flags {co.co_flags:x} stack {co.co_stacksize}")
            for what in "names", "varnames", "cellvars", "freevars":
                out.append(f"{what} {' '.join(getattr(co, 'co_' + what))}")
            out += map(constant_text, co.co_consts)
            out += [co.co_code.hex(), co.co_exceptiontable.hex(), co.co_linetable.hex()]
    return "\n".join(out)


def lines_text(source, mode):
    out = []
    for co in nested(compile(source, NAME, mode, 0, dont_inherit=True, optimize=0)):
        out.append(co.co_qualname)
        out += [f"{start} {end} {line}" for start, end, line in co.co_lines()]
        out += [f"{a} {b} {c} {d}" for a, b, c, d in co.co_positions()]
    return "\n".join(out)


def dis_text(source, mode):
    out = io.StringIO()
    dis.dis(compile(source, NAME, mode, 0, dont_inherit=True, optimize=0), file=out)
    # Where a code object is in memory, and the order of a frozenset, are nobody's business.
    text = re.sub(r"(<code object .+?) at 0x[0-9a-f]+", r"\1", out.getvalue())
    return re.sub(r"\bfrozenset\(\{.*", "frozenset", text)


def sections(source, mode="exec", options={}):
    """All views of a program by name, in the order in which they are compared."""
    compiled = mode != "func_type"
    return {
        "tokens": attempt(token_text, source),
        "ast": attempt(tree_text, source, mode, options),
        "unparse": attempt(unparse_text, source, mode, options),
        "symtable": attempt(symtable_text, source, mode) if compiled else "",
        "code": attempt(code_text, source, mode) if compiled else "",
        "lines": attempt(lines_text, source, mode) if compiled else "",
        "dis": attempt(dis_text, source, mode) if compiled else "",
    }


def digest(texts):
    """A short hash of texts."""
    sha = hashlib.sha256()
    for text in texts:
        sha.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return sha.hexdigest()[:10]


def digests(programs):
    """A hash for each view over a list of programs, each (source, mode, options)."""
    views = [sections(*program) for program in programs]
    return {name: digest(view[name] for view in views) for name in views[0]}


if __name__ == "__main__":
    folder, *files = sys.argv[1:]
    for file in files:
        with open(f"{folder}/{file}", "rb") as source:
            print(file, *digests([(source.read(), "exec", {})]).values(), flush=True)
