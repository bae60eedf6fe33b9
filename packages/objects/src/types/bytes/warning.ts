import type { Status, Value } from "../../core/object.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { BytesWarningType } from "../exceptions/exception-types.js";
import { toInt } from "../int/to-int.js";
import { asStr } from "../str/as-str.js";

/** Warns of `str()` of bytes, under `-b`. */
export function warnConversion(ts: ThreadState, what: "bytes" | "bytearray"): Status {
  if (ts.interp.bytesWarning === 0) return true;
  return ts.interp.evaluator.warn(ts, BytesWarningType, `str() on a ${what} instance`, 1);
}

/** Warns of a comparison with something that can't be equal, under `-b`. Ints concern bytes only. */
export function warnComparison(
  ts: ThreadState,
  what: "bytes" | "bytearray",
  other: Value,
  op: CompareOp,
): Status {
  if (ts.interp.bytesWarning === 0 || (op !== CompareOp.EQ && op !== CompareOp.NE)) return true;
  const isText = asStr(other) !== undefined;
  if (!isText && (what === "bytearray" || toInt(other) === undefined)) return true;
  const text = `Comparison between ${what} and ${isText ? "string" : "int"}`;
  return ts.interp.evaluator.warn(ts, BytesWarningType, text, 1);
}
