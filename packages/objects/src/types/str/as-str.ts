import { StrType } from "../../core/builtin-types.js";
import type { Value } from "../../core/object.js";
import { TypeFlags } from "../../core/type.js";
import type { PyStrSubclass, PyWideStr, Str } from "./py-str.js";

/** The text of a str or of an instance of a subclass; `undefined` for anything else. */
export function asStr(v: Value): Str | undefined {
  if (typeof v === "string") return v;
  if (typeof v !== "object" || (v.cls.flags & TypeFlags.STR_SUBCLASS) === 0) return undefined;
  return v.cls === StrType ? (v as PyWideStr) : (v as PyStrSubclass).value;
}
