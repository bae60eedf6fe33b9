import {
  BoolType,
  bindKeywords,
  call,
  getIter,
  isTrue,
  isTuple,
  iterNext,
  type KwNames,
  None,
  type PyType,
  type Result,
  type ThreadState,
  toArray,
  type Value,
} from "@adder/objects";
import { defineIterator, functionAndIterator, PyIterator } from "./common.js";

/** An iterator that asks a function about the items of another. */
class PySelector extends PyIterator {
  /** Has the run of items that the predicate is about ended? (`takewhile`, `dropwhile`) */
  done = false;

  constructor(
    cls: PyType,
    readonly fn: Value,
    readonly it: Value,
  ) {
    super(cls);
  }
}

function test(ts: ThreadState, fn: Value, item: Value): Result<boolean> {
  const result = call(ts, fn, [item]);
  return typeof result === "boolean" || result === null ? result : isTrue(ts, result);
}

/** Defines a class with the arguments `(function, iterable, /)`. */
function defineSelector(
  name: string,
  parameter: string,
  doc: string,
  next: (ts: ThreadState, self: PySelector) => Result<Value | undefined>,
): PyType {
  const type: PyType = defineIterator({
    name,
    doc,
    signature: `(${parameter}, iterable, /)`,
    make(ts, cls, args, kwnames) {
      const given = functionAndIterator(ts, cls, type, args, kwnames);
      return given === null ? null : new PySelector(cls, given[0], given[1]);
    },
    next,
  });
  return type;
}

function dropNext(ts: ThreadState, self: PySelector): Result<Value | undefined> {
  for (;;) {
    const item = iterNext(ts, self.it);
    if (item === null || item === undefined || self.done) return item;
    const yes = test(ts, self.fn, item);
    if (yes === null) return null;
    if (!yes) {
      self.done = true;
      return item;
    }
  }
}

/** `itertools.dropwhile`. */
export const DropWhileType = defineSelector(
  "dropwhile",
  "predicate",
  "The items from the first one on for which the predicate is false.",
  dropNext,
);

function takeNext(ts: ThreadState, self: PySelector): Result<Value | undefined> {
  if (self.done) return undefined;
  const item = iterNext(ts, self.it);
  if (item === null || item === undefined) return item;
  const yes = test(ts, self.fn, item);
  if (yes === null) return null;
  if (yes) return item;
  self.done = true;
  return undefined;
}

/** `itertools.takewhile`. */
export const TakeWhileType = defineSelector(
  "takewhile",
  "predicate",
  "The items before the first one for which the predicate is false.",
  takeNext,
);

function filterFalseNext(ts: ThreadState, self: PySelector): Result<Value | undefined> {
  const { fn, it } = self;
  const plain = fn === None || fn === BoolType;
  for (;;) {
    const item = iterNext(ts, it);
    if (item === null || item === undefined) return item;
    const yes = plain ? isTrue(ts, item) : test(ts, fn, item);
    if (yes === null) return null;
    if (!yes) return item;
  }
}

/** `itertools.filterfalse`. */
export const FilterFalseType = defineSelector(
  "filterfalse",
  "function",
  "The items for which the function is false; those that are false themselves for None.",
  filterFalseNext,
);

function starNext(ts: ThreadState, self: PySelector): Result<Value | undefined> {
  const item = iterNext(ts, self.it);
  if (item === null || item === undefined) return item;
  const args = isTuple(item) ? item.items.slice() : toArray(ts, item);
  return args === null ? null : call(ts, self.fn, args);
}

/** `itertools.starmap`. */
export const StarMapType = defineSelector(
  "starmap",
  "function",
  "The results of a function that gets the items of each item as arguments.",
  starNext,
);

/** `compress(data, selectors)`. */
class PyCompress extends PyIterator {
  constructor(
    cls: PyType,
    readonly data: Value,
    readonly selectors: Value,
  ) {
    super(cls);
  }
}

function compressNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "compress", args, kwnames, ["data", "selectors"], 2, 2);
  if (bound === null) return null;
  const data = getIter(ts, bound[0] as Value);
  const selectors = data === null ? null : getIter(ts, bound[1] as Value);
  return data === null || selectors === null ? null : new PyCompress(cls, data, selectors);
}

function compressNext(ts: ThreadState, self: PyCompress): Result<Value | undefined> {
  for (;;) {
    const item = iterNext(ts, self.data);
    if (item === null || item === undefined) return item;
    const selector = iterNext(ts, self.selectors);
    if (selector === null || selector === undefined) return selector;
    const yes = isTrue(ts, selector);
    if (yes === null) return null;
    if (yes) return item;
  }
}

/** `itertools.compress`. */
export const CompressType: PyType = defineIterator({
  name: "compress",
  doc: "The items for which a second iterable has something true.",
  signature: "(data, selectors)",
  make: compressNew,
  next: compressNext,
});
