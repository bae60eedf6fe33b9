import {
  clearPending,
  getIter,
  iterNext,
  type KwNames,
  None,
  type PyType,
  type Result,
  raise,
  type ThreadState,
  toSize,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { defineIterator, PyIterator, positionalArguments } from "./common.js";

/** `islice(iterable, start, stop, step)`. */
class PyISlice extends PyIterator {
  /** Items taken from the iterator so far. */
  taken = 0;

  constructor(
    cls: PyType,
    /** `null` when finished. */
    public it: Value | null,
    /** Number of the item to yield next. */
    public following: number,
    /** Infinity for no end. */
    readonly stop: number,
    readonly step: number,
  ) {
    super(cls);
  }
}

const BOUND = "must be None or an integer: 0 <= x <= sys.maxsize.";

/** An index argument; `fallback` for None, `undefined` when it is none. */
function indexArgument(ts: ThreadState, v: Value, fallback: number): number | undefined {
  if (v === None) return fallback;
  const n = toSize(ts, v);
  if (n === null) {
    clearPending(ts);
    return undefined;
  }
  return n < 0 ? undefined : n;
}

function isliceNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const given = positionalArguments(ts, cls, ISliceType, args, kwnames, 2, 4);
  if (given === null) return null;
  const fail = (message: string): null => raise(ts, ValueErrorType, message);
  const single = given.length === 2;
  const start = single ? 0 : indexArgument(ts, given[1], 0);
  const stop = indexArgument(ts, single ? given[1] : given[2], Number.POSITIVE_INFINITY);
  if (stop === undefined) {
    // CPython names the end apart from the indices, except when both must be looked at.
    const alone = single || !isIndexLike(ts, given[2]);
    return fail(alone ? `Stop argument for islice() ${BOUND}` : `Indices for islice() ${BOUND}`);
  }
  if (start === undefined) return fail(`Indices for islice() ${BOUND}`);
  const step = given.length === 4 ? indexArgument(ts, given[3], 1) : 1;
  if (step === undefined || step < 1) return fail("Step for islice() must be a positive integer or None.");
  const it = getIter(ts, given[0]);
  return it === null ? null : new PyISlice(cls, it, start, stop, step);
}

function isIndexLike(ts: ThreadState, v: Value): boolean {
  if (toSize(ts, v) !== null) return true;
  clearPending(ts);
  return false;
}

function isliceNext(ts: ThreadState, self: PyISlice): Result<Value | undefined> {
  const { it, stop } = self;
  if (it === null) return undefined;
  for (;;) {
    if (self.taken >= stop && self.taken >= self.following) break;
    const item = iterNext(ts, it);
    if (item === null || item === undefined) {
      self.it = null;
      return item;
    }
    self.taken++;
    if (self.taken > self.following) {
      // Beyond the end, only what lies before it is still taken.
      self.following = Math.min(self.following + self.step, stop);
      return item;
    }
  }
  self.it = null;
  return undefined;
}

/** `itertools.islice`. */
export const ISliceType: PyType = defineIterator({
  name: "islice",
  doc: "The items that a slice would select: islice(iterable, stop) or islice(iterable, start, stop[, step]).",
  make: isliceNew,
  next: isliceNext,
});
