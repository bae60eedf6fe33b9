import { getAttr } from "./attributes.js";
import type { Result, Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";

/** An attribute of a module that is imported if need be: how native code calls into the Python part of the library. */
export function importName(ts: ThreadState, module: string, name: string): Result<Value> {
  const found = ts.interp.evaluator.importModule(ts, module);
  return found === null ? null : getAttr(ts, found, name);
}
