import { None, type Result, type ThreadState, type Value } from "@adder/objects";
import type { Importer } from "../ports/importer.js";
import { importAbsolute, importModuleLevel } from "./import-module.js";

/** Imports through `sys.modules`, native modules, and `importlib` once that is needed. */
export const importer: Importer = {
  importModule: importAbsolute,
  importLevel(
    ts: ThreadState,
    name: Value,
    globals: Value,
    _locals: Value,
    fromlist: Value,
    level: number,
  ): Result<Value> {
    return importModuleLevel(ts, name, globals === None ? undefined : globals, fromlist, level);
  },
};
