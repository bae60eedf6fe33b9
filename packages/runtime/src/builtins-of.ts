import {
  DictType,
  type Interpreter,
  isInstance,
  ModuleType,
  type PyDict,
  type PyModule,
} from "@adder/objects";

/** The built-ins that code sees whose globals are `globals`: what `__builtins__` says there, else the interpreter's. */
export function builtinsOf(interp: Interpreter, globals: PyDict): PyDict {
  const found = globals.getStr("__builtins__");
  if (found === undefined) return interp.builtins;
  if (isInstance(found, ModuleType)) return (found as PyModule).dict;
  return isInstance(found, DictType) ? (found as PyDict) : interp.builtins;
}
