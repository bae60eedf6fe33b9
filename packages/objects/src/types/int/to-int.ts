import type { Value } from "../../core/object.js";
import { TypeFlags } from "../../core/type.js";
import type { Int } from "./arithmetic.js";
import type { PyIntSubclass } from "./py-int.js";

/** The value of an int, bool or instance of an int subclass; `undefined` for anything else. No `__index__`. */
export function toInt(v: Value): Int | undefined {
  switch (typeof v) {
    case "number":
    case "bigint":
      return v;
    case "boolean":
      return v ? 1 : 0;
    case "string":
      return undefined;
    default:
      return (v.cls.flags & TypeFlags.INT_SUBCLASS) !== 0 ? (v as PyIntSubclass).value : undefined;
  }
}
