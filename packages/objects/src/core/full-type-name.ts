import { asStr } from "../types/str/as-str.js";
import { strKey } from "../types/str/py-str.js";
import type { Value } from "./object.js";
import { type PyType, TypeFlags } from "./type.js";
import { namespaceOf } from "./type-lookup.js";
import { typeOf } from "./type-of.js";

/** `__module__` of a class if that is a str. */
export function moduleNameOf(type: PyType): string | undefined {
  if ((type.flags & TypeFlags.HEAP) === 0) {
    const dot = type.tpName.lastIndexOf(".");
    return dot < 0 ? "builtins" : type.tpName.slice(0, dot);
  }
  const module = namespaceOf(type).get("__module__");
  const text = module === undefined ? undefined : asStr(module);
  return text === undefined ? undefined : strKey(text);
}

/**
 * The name of a value's class with its module, unless that is `builtins` or `__main__` (format code `%T` of CPython,
 * `PyType_GetFullyQualifiedName`).
 */
export function fullTypeName(v: Value): string {
  const type = typeOf(v);
  const module = moduleNameOf(type);
  if (module === undefined || module === "builtins" || module === "__main__") return type.qualname;
  return `${module}.${type.qualname}`;
}
