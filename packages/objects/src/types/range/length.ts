import { raise } from "../../core/errors.js";
import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { OverflowErrorType } from "../exceptions/exception-types.js";
import type { Int } from "../int/arithmetic.js";
import type { PyRange } from "./py-range.js";

/** `len(range)`, exact where the `sq_length` slot cannot be. Raises OverflowError beyond 64 bits. */
export function rangeLength(ts: ThreadState, self: PyRange): Result<Int> {
  const { length } = self;
  if (typeof length === "number" || BigInt.asIntN(64, length) === length) return length;
  return raise(ts, OverflowErrorType, "Python int too large to convert to C ssize_t");
}
