# What `compile()` makes of programs. CPython and Adder both run this file; main.mjs compares what they answer.
import base64, binascii, json, types, warnings


def shape(value):
    """A text that is the same for equal code objects, constants included."""
    kind = type(value)
    if kind is tuple:
        return "(" + ",".join(map(shape, value)) + ")"
    if kind is frozenset:
        return "{" + ",".join(sorted(map(shape, value))) + "}"
    if kind is int:
        return hex(value)
    if kind is not types.CodeType:
        return repr(value)
    return "\n".join((
        repr((value.co_argcount, value.co_posonlyargcount, value.co_kwonlyargcount, value.co_stacksize, value.co_flags)),
        repr((value.co_name, value.co_qualname, value.co_firstlineno, value.co_names, value.co_varnames)),
        repr((value.co_cellvars, value.co_freevars, value.co_code.hex(), value.co_linetable.hex(), value.co_exceptiontable.hex())),
        shape(value.co_consts),
    ))


def compiled(source, mode="exec", flags=0, version=-1, optimize=0):
    """A checksum of the code, or the fields of the exception."""
    try:
        code = compile(source, "<program>", mode, flags, True, optimize, _feature_version=version)
    except SyntaxError as e:
        details = len(e.args[1]) if len(e.args) > 1 else 0
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text, e.filename, details, e._metadata]
    except Exception as e:
        # CPython shows its tables, with addresses, in its internal errors.
        return [type(e).__name__, str(e).partition(" (")[0] if type(e) is SystemError else str(e)]
    if mode == "func_type" or flags & 0x400:
        import ast
        return binascii.crc32(ast.dump(code, include_attributes=True).encode("utf-8", "surrogatepass"))
    return binascii.crc32(shape(code).encode("utf-8", "surrogatepass"))


def outcome(case):
    source = case["source"] if "source" in case else base64.b64decode(case["bytes"])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = compiled(source, *case.get("how", ()))
    return [result, [[w.category.__name__, str(w.message), w.lineno] for w in caught]]


def outcomes(cases):
    """JSON in, JSON out: a list of cases, a list of [result, warnings]."""
    return json.dumps([outcome(case) for case in json.loads(cases)])
