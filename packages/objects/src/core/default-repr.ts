import { type Str, strFromJs } from "../types/str/py-str.js";
import { moduleNameOf } from "./full-type-name.js";
import type { Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";
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
