import { raise } from "../../core/errors.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";
import type { PySlice } from "./py-slice.js";

const MAX = Number.MAX_SAFE_INTEGER;

/** The items that a slice selects: `start`, `start + step`, ... `count` of them. */
export class SliceRange {
  /** Number of items, known after {@link adjust}. */
  count = 0;

  constructor(
    public start: number,
    public stop: number,
    /** Not 0. */
    readonly step: number,
  ) {}

  /** Cuts the bounds to a sequence of this length and counts the items (CPython `PySlice_AdjustIndices`). */
  adjust(length: number): this {
    const { step } = this;
    const low = step < 0 ? -1 : 0;
    const high = step < 0 ? length - 1 : length;
    const start = cut(this.start, length, low, high);
    const stop = cut(this.stop, length, low, high);
    this.start = start;
    this.stop = stop;
    if (step < 0) this.count = stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0;
    else this.count = start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
    return this;
  }
}

function cut(bound: number, length: number, low: number, high: number): number {
  if (bound < 0) {
    bound += length;
    return bound < 0 ? low : bound;
  }
  return bound >= length ? high : bound;
}

/**
 * A slice's numbers, not yet cut to a length (CPython `PySlice_Unpack`): `__index__` of the parts may run
 * Python code that changes the sequence, so its length is taken afterwards. Raises TypeError and ValueError.
 */
export function unpackSlice(ts: ThreadState, slice: PySlice): Result<SliceRange> {
  let step = 1;
  if (slice.step !== None) {
    const given = sliceIndex(ts, slice.step);
    if (given === null) return null;
    if (given === 0) return raise(ts, ValueErrorType, "slice step cannot be zero");
    step = given;
  }
  let start = step < 0 ? MAX : 0;
  if (slice.start !== None) {
    const given = sliceIndex(ts, slice.start);
    if (given === null) return null;
    start = given;
  }
  let stop = step < 0 ? -MAX : MAX;
  if (slice.stop !== None) {
    const given = sliceIndex(ts, slice.stop);
    if (given === null) return null;
    stop = given;
  }
  return new SliceRange(start, stop, step);
}

/** The items that a slice selects from a sequence of this length. Raises TypeError and ValueError. */
export function sliceIndices(ts: ThreadState, slice: PySlice, length: number): Result<SliceRange> {
  const range = unpackSlice(ts, slice);
  return range === null ? null : range.adjust(length);
}

/** A part of a slice other than None, cut to what a sequence can have (CPython `_PyEval_SliceIndex`). */
function sliceIndex(ts: ThreadState, v: Value): Result<number> {
  if (typeof v === "number") return v;
  if (typeOf(v).nb_index === null) {
    return raise(ts, TypeErrorType, "slice indices must be integers or None or have an __index__ method");
  }
  return toSize(ts, v, null);
}

/** A bound given to `index(value, start, stop)` (CPython `_PyEval_SliceIndexNotNone`). */
export function boundArgument(ts: ThreadState, v: Value | undefined, otherwise: number): Result<number> {
  if (v === undefined) return otherwise;
  if (typeof v === "number") return v;
  if (typeOf(v).nb_index === null) {
    return raise(ts, TypeErrorType, "slice indices must be integers or have an __index__ method");
  }
  return toSize(ts, v, null);
}
