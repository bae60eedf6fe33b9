import type { Value } from "../../core/object.js";
import { TypeFlags } from "../../core/type.js";
import type { PyFloat } from "./py-float.js";

/** The value of a float or an instance of a subclass of float; `undefined` for anything else. */
export function toFloat(v: Value): number | undefined {
  return typeof v === "object" && (v.cls.flags & TypeFlags.FLOAT_SUBCLASS) !== 0
    ? (v as PyFloat).value
    : undefined;
}
