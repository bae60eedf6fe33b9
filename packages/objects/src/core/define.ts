import { nativeDef } from "../types/builtin-function/native-def.js";
import { PyBuiltinFunction } from "../types/builtin-function/py-builtin-function.js";
import { PyDict } from "../types/dict/py-dict.js";
import { PyModule } from "../types/module/py-module.js";
import { None } from "../types/none/singletons.js";
import { TypeType } from "./builtin-types.js";
import type { ModuleSpec, TypeSpec } from "./native.js";
import type { Result, Value } from "./object.js";
import { readyType } from "./ready.js";
import type { ThreadState } from "./thread-state.js";
import { PyType } from "./type.js";

/** Makes a native type. It is shared by all interpreters, so define it once, when its module is loaded. */
export function defineType(spec: TypeSpec): PyType {
  const type = new PyType(TypeType, spec.name);
  const dot = spec.name.lastIndexOf(".");
  // Types of modules are heap types in CPython, which hold their module's name.
  const named = dot >= 0 && !spec.getset?.some(([name]) => name === "__module__");
  const attributes = { ...(named ? { __module__: spec.name.slice(0, dot) } : {}), ...spec.attributes };
  readyType(type, { ...spec, attributes });
  return type;
}

/** Makes the module object of a native module for one interpreter. It is not put into `sys.modules`. */
export function createModule(ts: ThreadState, spec: ModuleSpec): Result<PyModule> {
  const dict = new PyDict();
  dict.setStr("__name__", spec.name);
  dict.setStr("__doc__", spec.doc ?? None);
  dict.setStr("__package__", None);
  dict.setStr("__loader__", None);
  dict.setStr("__spec__", None);
  const module = new PyModule(dict);
  const owner = spec.name === "builtins" ? "" : spec.name;
  for (const row of spec.functions ?? []) {
    dict.setStr(row[0], new PyBuiltinFunction(nativeDef(row, owner), module, spec.name));
  }
  for (const type of spec.types ?? []) dict.setStr(type.name, type);
  for (const [name, value] of Object.entries(spec.attributes ?? {})) dict.setStr(name, value);
  if (spec.exec !== undefined) {
    const get = (name: string): Value => dict.getStr(name) as Value;
    const done = spec.exec(ts, (name, value) => dict.setStr(name, value), get);
    if (done === null) return null;
  }
  return module;
}
