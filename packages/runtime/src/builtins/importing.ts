import {
  asStr,
  emptyTuple,
  type MethodRow,
  None,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  toSize,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import type { RuntimeEvaluator } from "../evaluator.js";

function importFunction(
  ts: ThreadState,
  _module: Value,
  name: Value,
  globals: Value = None,
  locals: Value = None,
  fromlist: Value = emptyTuple,
  level: Value = 0,
): Result<Value> {
  if (asStr(name) === undefined) return raise(ts, TypeErrorType, "module name must be a string");
  const depth = toSize(ts, level);
  if (depth === null) return null;
  if (depth < 0) return raise(ts, ValueErrorType, "level must be >= 0");
  const { importer } = ts.interp.evaluator as RuntimeEvaluator;
  return importer.importLevel(ts, name, globals, locals, fromlist, depth);
}

/** `__import__`. */
export const importRow: MethodRow = [
  "__import__",
  "($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)",
  importFunction,
  "Imports a module. The import statement calls it; programs had better call importlib.import_module().",
];
