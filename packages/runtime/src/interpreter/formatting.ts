import type { Slot } from "@adder/frames";
import {
  ascii,
  asStr,
  format,
  joinStr,
  type Result,
  repr,
  type Str,
  str,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** BUILD_STRING. */
export function buildString(stack: readonly Slot[], start: number, count: number): Str {
  let text = "";
  for (let i = 0; i < count; i++) {
    const piece = stack[start + i];
    if (typeof piece !== "string") {
      const pieces = stack.slice(start, start + count) as Value[];
      return joinStr(
        pieces.map((p) => asStr(p) as Str),
        "",
      );
    }
    text += piece;
  }
  return text;
}

/** FORMAT_SIMPLE: `format(value, "")`. */
export function formatSimple(ts: ThreadState, value: Value): Result<Value> {
  return format(ts, value, "");
}

/** FORMAT_WITH_SPEC. */
export function formatWithSpec(ts: ThreadState, value: Value, spec: Value): Result<Value> {
  return format(ts, value, asStr(spec) as Str);
}

/** CONVERT_VALUE: 1 `str`, 2 `repr`, 3 `ascii`. */
export function convertValue(ts: ThreadState, value: Value, conversion: number): Result<Value> {
  if (conversion === 1) return str(ts, value);
  return conversion === 2 ? repr(ts, value) : ascii(ts, value);
}
