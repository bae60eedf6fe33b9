import { CodeFlags } from "@adder/bytecode";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyCode } from "../code/py-code.js";
import { PyDict } from "../dict/py-dict.js";
import { PyModule } from "../module/py-module.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { strFromKey } from "../str/py-str.js";
import { PyFunction } from "./py-function.js";

/** A function without defaults and closure from code and globals (CPython `PyFunction_New`). */
export function makeFunction(ts: ThreadState, code: PyCode, globals: PyDict): PyFunction {
  const { name, qualname, flags } = code.code;
  const doc = (flags & CodeFlags.HAS_DOCSTRING) !== 0 ? code.consts[0] : undefined;
  return new PyFunction(
    code,
    globals,
    builtinsOf(ts, globals),
    strFromKey(name),
    strFromKey(qualname),
    doc !== undefined && asStr(doc) !== undefined ? doc : None,
    globals.getStr("__name__") ?? None,
  );
}

/** The builtins that code with these globals sees: what `__builtins__` says there, else those of the running code. */
export function builtinsOf(ts: ThreadState, globals: PyDict): PyDict {
  const own = globals.getStr("__builtins__");
  if (own instanceof PyModule) return own.dict;
  if (own instanceof PyDict) return own;
  return ts.frame === null ? ts.interp.builtins : ts.frame.builtins;
}
