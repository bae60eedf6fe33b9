import { raise } from "../../core/errors.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";

/**
 * A bound of `find(sub, start, end)` and the like: absent and None give the default, negative ones count
 * from the end, all are cut to `[0, length]` (CPython `_PyEval_SliceIndex`). An end is cut, a start beyond
 * the length stays beyond it.
 */
export function sliceBound(
  ts: ThreadState,
  v: Value | undefined,
  fallback: number,
  length: number,
): Result<number> {
  if (v === undefined || v === None) return fallback;
  if (typeof v !== "number" && typeOf(v).nb_index === null) {
    return raise(ts, TypeErrorType, "slice indices must be integers or None or have an __index__ method");
  }
  const index = toIndex(ts, v);
  if (index === null) return null;
  const n = Number(index);
  return n < 0 ? Math.max(0, n + length) : n;
}
