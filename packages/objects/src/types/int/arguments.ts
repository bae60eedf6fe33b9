import { raise } from "../../core/errors.js";
import type { Status, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeErrorType } from "../exceptions/exception-types.js";

/** Checks the number of positional arguments of a raw function (CPython `_PyArg_CheckPositional`). */
export function bindPositional(ts: ThreadState, name: string, args: readonly Value[], min: number, max: number): Status {
  const n = args.length;
  if (n >= min && n <= max) return true;
  const wanted = n < min ? min : max;
  const bound = min === max ? "" : n < min ? "at least " : "at most ";
  return raise(ts, TypeErrorType, `${name} expected ${bound}${wanted} argument${wanted === 1 ? "" : "s"}, got ${n}`);
}
