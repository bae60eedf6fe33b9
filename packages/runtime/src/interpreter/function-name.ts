import { asStr, getOptionalAttr, type Result, str, type ThreadState, toJs, type Value } from "@adder/objects";

/**
 * How messages about a call name the function: `module.qualname()` where both are known and the module is not
 * `builtins`, else what there is (CPython `_PyObject_FunctionStr`).
 */
export function functionName(ts: ThreadState, fn: Value): Result<string> {
  const qualname = getOptionalAttr(ts, fn, "__qualname__");
  if (qualname === null) return null;
  if (qualname === undefined) {
    const text = str(ts, fn);
    return text === null ? null : toJs(text);
  }
  const module = getOptionalAttr(ts, fn, "__module__");
  if (module === null) return null;
  const name = asStr(qualname);
  if (name === undefined) {
    const text = str(ts, qualname);
    return text === null ? null : toJs(text);
  }
  const from = module === undefined ? undefined : asStr(module);
  if (from !== undefined && from !== "builtins") return `${toJs(from)}.${toJs(name)}()`;
  return `${toJs(name)}()`;
}
