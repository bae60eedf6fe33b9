import { raise } from "../../core/errors.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { type Int, intAdd, intSub } from "../int/arithmetic.js";
import { None } from "../none/singletons.js";
import type { PySlice } from "./py-slice.js";

/**
 * Start, stop and step of a slice for a length of any size, which is not negative (CPython
 * `_PySlice_GetLongIndices`). Raises TypeError and ValueError.
 */
export function longIndices(
  ts: ThreadState,
  self: PySlice,
  length: Int,
): Result<[start: Int, stop: Int, step: Int]> {
  let step: Int = 1;
  if (self.step !== None) {
    const given = part(ts, self.step);
    if (given === null) return null;
    if (given === 0) return raise(ts, ValueErrorType, "slice step cannot be zero");
    step = given;
  }
  const backwards = step < 0;
  const low: Int = backwards ? -1 : 0;
  const high: Int = backwards ? intSub(length, 1) : length;
  const start = bound(ts, self.start, length, low, high, backwards ? high : low);
  if (start === null) return null;
  const stop = bound(ts, self.stop, length, low, high, backwards ? low : high);
  if (stop === null) return null;
  return [start, stop, step];
}

function bound(ts: ThreadState, v: Value, length: Int, low: Int, high: Int, otherwise: Int): Result<Int> {
  if (v === None) return otherwise;
  const given = part(ts, v);
  if (given === null) return null;
  if (given < 0) {
    const index = intAdd(given, length);
    return index < low ? low : index;
  }
  return given > high ? high : given;
}

function part(ts: ThreadState, v: Value): Result<Int> {
  if (typeof v !== "number" && typeOf(v).nb_index === null) {
    return raise(ts, TypeErrorType, "slice indices must be integers or None or have an __index__ method");
  }
  return toIndex(ts, v);
}
