import {
  BinaryOp,
  binaryOp,
  bindKeywords,
  call,
  getIter,
  isTrue,
  iteratorsOf,
  iterNext,
  type KwNames,
  None,
  PyTuple,
  type PyType,
  type Result,
  raise,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { defineIterator, PyIterator, positionalArguments } from "./common.js";

/** `accumulate(iterable, func, initial=initial)`. */
class PyAccumulate extends PyIterator {
  total: Value | undefined = undefined;

  constructor(
    cls: PyType,
    readonly it: Value,
    /** None for addition. */
    readonly fn: Value,
    /** None for none, and once it was yielded. */
    public initial: Value,
  ) {
    super(cls);
  }
}

function accumulateNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "accumulate", args, kwnames, ["iterable", "func", "initial"], 1, 2);
  if (bound === null) return null;
  const [iterable, fn = None, initial = None] = bound;
  const it = getIter(ts, iterable as Value);
  return it === null ? null : new PyAccumulate(cls, it, fn, initial);
}

function accumulateNext(ts: ThreadState, self: PyAccumulate): Result<Value | undefined> {
  if (self.initial !== None) {
    self.total = self.initial;
    self.initial = None;
    return self.total;
  }
  const item = iterNext(ts, self.it);
  if (item === null || item === undefined) return item;
  const { total, fn } = self;
  if (total === undefined) {
    self.total = item;
    return item;
  }
  const sum = fn === None ? binaryOp(ts, BinaryOp.ADD, total, item) : call(ts, fn, [total, item]);
  if (sum === null) return null;
  self.total = sum;
  return sum;
}

/** `itertools.accumulate`. */
export const AccumulateType: PyType = defineIterator({
  name: "accumulate",
  doc: "Running totals, or what a function of two arguments makes of them.",
  signature: "(iterable, func=None, *, initial=None)",
  make: accumulateNew,
  next: accumulateNext,
});

/** `pairwise(iterable)`. */
class PyPairwise extends PyIterator {
  it: Value | null;
  previous: Value | undefined = undefined;

  constructor(cls: PyType, it: Value) {
    super(cls);
    this.it = it;
  }
}

function pairwiseNext(ts: ThreadState, self: PyPairwise): Result<Value | undefined> {
  if (self.it === null) return undefined;
  let { previous } = self;
  if (previous === undefined) {
    const first = iterNext(ts, self.it);
    if (first === null || first === undefined) {
      self.it = null;
      self.previous = undefined;
      return first;
    }
    self.previous = first;
    previous = first;
    // The iterator may have come back to this very object, and finished it.
    if (self.it === null) {
      self.previous = undefined;
      return undefined;
    }
  }
  const item = iterNext(ts, self.it);
  if (item === null || item === undefined) {
    self.it = null;
    self.previous = undefined;
    return item;
  }
  self.previous = item;
  return new PyTuple([previous, item]);
}

/** `itertools.pairwise`. */
export const PairwiseType: PyType = defineIterator({
  name: "pairwise",
  doc: "Each item together with the one after it.",
  signature: "(iterable, /)",
  make(ts, cls, args, kwnames) {
    const given = positionalArguments(ts, cls, PairwiseType, args, kwnames, 1, 1);
    const it = given === null ? null : getIter(ts, given[0]);
    return it === null ? null : new PyPairwise(cls, it);
  },
  next: pairwiseNext,
});

/** `batched(iterable, n, strict=strict)`. */
class PyBatched extends PyIterator {
  constructor(
    cls: PyType,
    public it: Value | null,
    readonly count: number,
    readonly strict: boolean,
  ) {
    super(cls);
  }
}

function batchedNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "batched", args, kwnames, ["iterable", "n", "strict"], 2, 2);
  if (bound === null) return null;
  const [iterable, n, strictValue] = bound;
  const count = sizeArgument(ts, n as Value);
  const strict = count === null ? null : strictValue === undefined ? false : isTrue(ts, strictValue);
  if (count === null || strict === null) return null;
  if (count < 1) return raise(ts, ValueErrorType, "n must be at least one");
  const it = getIter(ts, iterable as Value);
  return it === null ? null : new PyBatched(cls, it, count, strict);
}

function batchedNext(ts: ThreadState, self: PyBatched): Result<Value | undefined> {
  const { it, count } = self;
  if (it === null) return undefined;
  const items: Value[] = [];
  while (items.length < count) {
    const item = iterNext(ts, it);
    if (item === null) {
      self.it = null;
      return null;
    }
    if (item === undefined) break;
    items.push(item);
  }
  if (items.length < count) {
    self.it = null;
    if (items.length === 0) return undefined;
    if (self.strict) return raise(ts, ValueErrorType, "batched(): incomplete batch");
  }
  return new PyTuple(items);
}

/** `itertools.batched`. */
export const BatchedType: PyType = defineIterator({
  name: "batched",
  doc: "Tuples of n items each; the last one may be shorter unless strict is true.",
  signature: "(iterable, n, *, strict=False)",
  make: batchedNew,
  next: batchedNext,
});

/** `zip_longest(*iterables, fillvalue=fillvalue)`. */
class PyZipLongest extends PyIterator {
  active: number;

  constructor(
    cls: PyType,
    /** `null` where one is exhausted. */
    readonly iterators: (Value | null)[],
    readonly fillvalue: Value,
  ) {
    super(cls);
    this.active = iterators.length;
  }
}

function zipLongestNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  let fillvalue: Value = None;
  let given = args.length;
  if (kwnames !== null && kwnames.length > 0) {
    given -= kwnames.length;
    if (kwnames.length > 1 || kwnames[0] !== "fillvalue") {
      return raise(ts, TypeErrorType, "zip_longest() got an unexpected keyword argument");
    }
    fillvalue = args[given];
  }
  const iterators = iteratorsOf(ts, args.slice(0, given));
  return iterators === null ? null : new PyZipLongest(cls, iterators, fillvalue);
}

function zipLongestNext(ts: ThreadState, self: PyZipLongest): Result<Value | undefined> {
  if (self.active === 0) return undefined;
  const { iterators } = self;
  const items: Value[] = [];
  for (let i = 0; i < iterators.length; i++) {
    const it = iterators[i];
    const item = it === null ? undefined : iterNext(ts, it);
    if (item === null) {
      self.active = 0;
      return null;
    }
    if (item !== undefined) {
      items.push(item);
      continue;
    }
    if (it !== null) {
      iterators[i] = null;
      self.active--;
      if (self.active === 0) return undefined;
    }
    items.push(self.fillvalue);
  }
  return new PyTuple(items);
}

/** `itertools.zip_longest`. */
export const ZipLongestType: PyType = defineIterator({
  name: "zip_longest",
  doc: "Tuples with one item of each iterable, until all are exhausted; fillvalue stands for missing items.",
  signature: "(*iterables, fillvalue=None)",
  make: zipLongestNew,
  next: zipLongestNext,
});
