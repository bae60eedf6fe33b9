import { CodeFlags } from "@adder/bytecode";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyCode } from "../code/py-code.js";
import type { PyDict } from "../dict/py-dict.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { strFromKey } from "../str/py-str.js";
import { builtinsOf } from "./builtins-of.js";
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
