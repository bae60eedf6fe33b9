/**
 * CPython 3.14 as oracle (the npm package `pyodide`): syntax trees, code objects and symbol tables as JSON.
 * Development only; the package itself never imports this.
 */
import { loadPyodide } from "pyodide";

const PRELUDE = `
import ast as _ast, json as _json, symtable as _symtable, types as _types, warnings as _warnings, sys as _sys

def _const(v):
    if v is None or v is True or v is False: return v
    if v is ...: return {"type": "ellipsis"}
    t = type(v)
    if t is int: return v if -2**53 < v < 2**53 else {"type": "bigint", "value": str(v)}
    if t is str:
        try: v.encode("utf-8"); return v
        except UnicodeEncodeError: return {"type": "str", "codePoints": [ord(c) for c in v]}
    if t is float: return {"type": "float", "value": v.hex()}
    if t is complex: return {"type": "complex", "real": v.real.hex(), "imag": v.imag.hex()}
    if t is bytes: return {"type": "bytes", "value": list(v)}
    if t is tuple: return {"type": "tuple", "items": [_const(x) for x in v]}
    if t is frozenset: return {"type": "frozenset", "items": sorted((_const(x) for x in v), key=_json.dumps)}
    if t is slice: return {"type": "slice", "start": _const(v.start), "stop": _const(v.stop), "step": _const(v.step)}
    if t is _types.CodeType: return _code(v)
    raise TypeError(t)

def _node(n):
    if isinstance(n, list): return [_node(x) for x in n]
    if isinstance(n, (_ast.expr_context, _ast.boolop, _ast.operator, _ast.unaryop, _ast.cmpop)): return type(n).__name__
    if not isinstance(n, _ast.AST): return n
    d = {"nodeType": type(n).__name__}
    for f in n._fields:
        v = getattr(n, f, None)
        constant = (isinstance(n, (_ast.Constant, _ast.MatchSingleton)) and f == "value") or (isinstance(n, _ast.Interpolation) and f == "str")
        d[f] = _const(v) if constant else _node(v)
    for f in n._attributes: d[f] = getattr(n, f)
    return d

def _code(co):
    return {"type": "code", "argcount": co.co_argcount, "posonlyargcount": co.co_posonlyargcount,
        "kwonlyargcount": co.co_kwonlyargcount, "stacksize": co.co_stacksize, "flags": co.co_flags,
        "code": co._co_code_adaptive.hex() if False else co.co_code.hex(), "consts": [_const(c) for c in co.co_consts],
        "names": list(co.co_names), "varnames": list(co.co_varnames), "cellvars": list(co.co_cellvars),
        "freevars": list(co.co_freevars), "name": co.co_name, "qualname": co.co_qualname,
        "firstlineno": co.co_firstlineno, "linetable": co.co_linetable.hex(),
        "exceptiontable": co.co_exceptiontable.hex()}

def _table(t):
    return {"name": t.get_name(), "type": str(t.get_type()), "lineno": t.get_lineno(), "nested": t.is_nested(),
        "symbols": {s.get_name(): s._Symbol__flags for s in t.get_symbols()},
        "children": [_table(c) for c in t.get_children()]}

def _error(e):
    return {"error": type(e).__name__, "msg": getattr(e, "msg", None) or str(e), "at": [getattr(e, a, None) for a in ("lineno", "offset", "end_lineno", "end_offset")]}

def oracle(source, what, mode="exec", optimize=0, flags=0):
    _sys.setrecursionlimit(5000)
    result = {}
    with _warnings.catch_warnings(record=True) as caught:
        _warnings.simplefilter("always")
        if "ast" in what:
            try: result["ast"] = _node(compile(source, "<s>", mode, flags | 0x400, dont_inherit=True))
            except SyntaxError as e: return _json.dumps(_error(e))
        caught.clear()
        try:
            if "code" in what: result["code"] = _code(compile(source, "<s>", mode, flags, dont_inherit=True, optimize=optimize))
            if "symtable" in what: result["symtable"] = _table(_symtable.symtable(source, "<s>", mode))
        except Exception as e: result.update(_error(e))
        result["warnings"] = [[str(w.message), w.lineno] for w in caught]
    return _json.dumps(result)
`;

/** Starts CPython and returns the function that asks it. */
export async function startOracle() {
  const py = await loadPyodide();
  py.runPython(PRELUDE);
  const ask = py.globals.get("oracle");
  return (source, what, { mode = "exec", optimize = 0, flags = 0 } = {}) =>
    JSON.parse(ask(source, what, mode, optimize, flags));
}

function parseHexFloat(text) {
  if (text === "nan") return NaN;
  const negative = text.startsWith("-");
  const body = negative ? text.slice(1) : text;
  if (body === "inf") return negative ? -Infinity : Infinity;
  const [, whole, fraction, exponent] = /^0x([01])\.?([0-9a-f]*)p([+-]\d+)$/.exec(body);
  let mantissa = Number(whole);
  for (let i = 0; i < fraction.length; i++) mantissa += Number.parseInt(fraction[i], 16) / 16 ** (i + 1);
  // Two steps, so that numbers near the smallest do not vanish.
  const half = Math.trunc(Number(exponent) / 2);
  const value = mantissa * 2 ** half * 2 ** (Number(exponent) - half);
  return negative ? -value : value;
}

/** A constant of the oracle as this package represents it. */
export function reviveConstant(value) {
  if (value === null || typeof value !== "object") return value;
  switch (value.type) {
    case "bigint":
      return BigInt(value.value);
    case "float":
      return { type: "float", value: parseHexFloat(value.value) };
    case "complex":
      return { type: "complex", real: parseHexFloat(value.real), imag: parseHexFloat(value.imag) };
    case "bytes":
      return { type: "bytes", value: Uint8Array.from(value.value) };
    case "slice":
      return {
        type: "slice",
        start: reviveConstant(value.start),
        stop: reviveConstant(value.stop),
        step: reviveConstant(value.step),
      };
    case "tuple":
    case "frozenset":
      return { type: value.type, items: value.items.map(reviveConstant) };
    default:
      return value;
  }
}

/** A syntax tree of the oracle as nodes of `@adder/ast`. */
export function reviveTree(node) {
  if (Array.isArray(node)) return node.map(reviveTree);
  if (node === null || typeof node !== "object") return node;
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    const constant =
      (key === "value" && (node.nodeType === "Constant" || node.nodeType === "MatchSingleton")) ||
      (key === "str" && node.nodeType === "Interpolation");
    copy[key] = constant ? reviveConstant(value) : reviveTree(value);
  }
  return copy;
}
