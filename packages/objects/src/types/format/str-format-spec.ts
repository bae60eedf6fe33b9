import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import { str } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromJs } from "../str/py-str.js";
import { concat, repeat, strLength, substring } from "../str/text.js";
import { parseFormatSpec, unknownFormatCode } from "./format-spec.js";

/** `str.__format__`. */
export function formatStrValue(ts: ThreadState, self: Value, specValue: Value): Result<Value> {
  const spec = asStr(specValue);
  if (spec === undefined) {
    return raise(ts, TypeErrorType, `__format__() argument must be str, not ${argumentTypeName(specValue)}`);
  }
  return spec === "" ? str(ts, self) : formatStr(ts, asStr(self) as Str, spec, typeName(self));
}

/** Formats text by a specification that is not empty (CPython `format_string_internal`). */
export function formatStr(ts: ThreadState, s: Str, specification: Str, name: string): Result<Str> {
  const spec = parseFormatSpec(ts, specification, name, "<");
  if (spec === null) return null;
  if (spec.type !== "" && spec.type !== "s") return unknownFormatCode(ts, spec.type, name);
  if (spec.sign !== "") {
    return raise(
      ts,
      ValueErrorType,
      spec.sign === " "
        ? "Space not allowed in string format specifier"
        : "Sign not allowed in string format specifier",
    );
  }
  if (spec.noNegativeZero) {
    return raise(ts, ValueErrorType, "Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate)
    return raise(ts, ValueErrorType, "Alternate form (#) not allowed in string format specifier");
  if (spec.align === "=") {
    return raise(ts, ValueErrorType, "'=' alignment not allowed in string format specifier");
  }
  const n = strLength(s);
  const cut = spec.precision >= 0 && spec.precision < n ? substring(s, 0, spec.precision) : s;
  const missing = spec.width - strLength(cut);
  if (missing <= 0) return cut;
  const left = spec.align === ">" ? missing : spec.align === "^" ? missing >> 1 : 0;
  const fill = strFromJs(spec.fill);
  return concat(concat(repeat(fill, left), cut), repeat(fill, missing - left));
}
