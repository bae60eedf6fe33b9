import { asStr } from "../types/str/as-str.js";
import { type Str, strFromJs, strKey } from "../types/str/py-str.js";
import type { Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";
import type { PyType } from "./type.js";
import { TypeFlags } from "./type.js";
import { namespaceOf } from "./type-lookup.js";
import { objectId, typeOf } from "./type-of.js";

/** An address as `%p` prints it: `0x7f0000000010`. */
export function address(ts: ThreadState, v: Value): string {
  return `0x${objectId(ts, v).toString(16)}`;
}

/** `<module.Class object at 0x...>`: the repr of an object whose class does not define one. */
export function defaultRepr(ts: ThreadState, v: Value): Str {
  const type = typeOf(v);
  const module = moduleNameOf(type);
  const name = module === undefined || module === "builtins" ? type.tpName : `${module}.${type.qualname}`;
  return strFromJs(`<${name} object at ${address(ts, v)}>`);
}

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

/** A class's name with its module, unless that is `builtins` (CPython `PyType_GetFullyQualifiedName`). */
export function fullName(type: PyType): string {
  const module = moduleNameOf(type);
  if (module === undefined || module === "builtins" || module === "__main__") return type.qualname;
  return `${module}.${type.qualname}`;
}
