import type { Value } from "./object.js";
import { TypeFlags } from "./type.js";
import { namespaceOf } from "./type-lookup.js";
import { typeOf } from "./type-of.js";

/** The name of a value's class with its module, unless that is `builtins` or `__main__` (format code `%T` of CPython). */
export function fullTypeName(v: Value): string {
  const type = typeOf(v);
  if ((type.flags & TypeFlags.HEAP) === 0) return type.tpName;
  const module = namespaceOf(type).get("__module__");
  if (typeof module !== "string" || module === "builtins" || module === "__main__") return type.qualname;
  return `${module}.${type.qualname}`;
}
