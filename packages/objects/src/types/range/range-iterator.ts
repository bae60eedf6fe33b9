import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { toIndex } from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { OverflowErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { builtin } from "../function/builtins-of.js";
import { type Int, intAdd, intMul, intSub } from "../int/arithmetic.js";
import { selfIter } from "../iterators/common.js";
import { LongRangeIteratorType, RangeIteratorType } from "../iterators/iterator-types.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { makeRange, type PyRange } from "./py-range.js";

/** Iterator over a range whose numbers, the one behind the last included, are safe integers. */
export class PyRangeIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** The next number. */
  value: number;
  readonly step: number;
  /** Numbers left. */
  remaining: number;

  constructor(value: number, step: number, remaining: number) {
    this.cls = RangeIteratorType;
    this.value = value;
    this.step = step;
    this.remaining = remaining;
  }
}

/** Iterator over any other range. */
export class PyLongRangeIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  value: Int;
  readonly step: Int;
  remaining: Int;

  constructor(value: Int, step: Int, remaining: Int) {
    this.cls = LongRangeIteratorType;
    this.value = value;
    this.step = step;
    this.remaining = remaining;
  }
}

const times = (a: Int, b: Int): Int => intMul(a, b) as Int;

/** An iterator over `count` numbers from `start`. */
export function rangeIterator(start: Int, step: Int, count: Int): PyRangeIterator | PyLongRangeIterator {
  if (typeof start === "number" && typeof step === "number" && typeof count === "number") {
    if (Number.isSafeInteger(start + step * count)) return new PyRangeIterator(start, step, count);
  }
  return new PyLongRangeIterator(start, step, count);
}

/** `iter(range)`. */
export function iterateRange(_ts: ThreadState, range: PyRange): Value {
  return rangeIterator(range.start, range.step, range.length);
}

/** `reversed(range)`. */
export function reverseRange(_ts: ThreadState, range: PyRange): Value {
  const last = intAdd(range.start, times(intSub(range.length, 1), range.step));
  return rangeIterator(last, intSub(0, range.step), range.length);
}

/** The next number; `undefined` when exhausted. */
export function rangeIteratorNext(_ts: ThreadState, self: PyRangeIterator): Value | undefined {
  if (self.remaining <= 0) return undefined;
  const { value } = self;
  self.value = value + self.step;
  self.remaining--;
  return value;
}

function longNext(_ts: ThreadState, self: PyLongRangeIterator): Value | undefined {
  if (self.remaining <= 0) return undefined;
  const { value } = self;
  self.value = intAdd(value, self.step);
  self.remaining = intSub(self.remaining, 1);
  return value;
}

function reduce(ts: ThreadState, self: PyRangeIterator | PyLongRangeIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  const stop = intAdd(self.value, times(self.remaining, self.step));
  return new PyTuple([iter, new PyTuple([makeRange(self.value, stop, self.step)]), None]);
}

function setState(ts: ThreadState, self: PyRangeIterator, state: Value): Result<Value> {
  const n = toIndex(ts, state);
  if (n === null) return null;
  if (typeof n === "bigint" && BigInt.asIntN(64, n) !== n) {
    return raise(ts, OverflowErrorType, "Python int too large to convert to C long");
  }
  const skipped = n < 0 ? 0 : n > self.remaining ? self.remaining : Number(n);
  self.value += skipped * self.step;
  self.remaining -= skipped;
  return None;
}

function longSetState(ts: ThreadState, self: PyLongRangeIterator, state: Value): Result<Value> {
  if (typeof state !== "number" && typeof state !== "bigint") {
    return raise(ts, TypeErrorType, `state must be an int, not ${typeName(state)}`);
  }
  const skipped = state < 0 ? 0 : state > self.remaining ? self.remaining : state;
  self.value = intAdd(self.value, times(skipped, self.step));
  self.remaining = intSub(self.remaining, skipped);
  return None;
}

/** `range_iterator` (CPython `Objects/rangeobject.c`). */
export const rangeIteratorSpec: TypeSpec = {
  name: "range_iterator",
  slots: { tp_iter: selfIter, tp_iternext: rangeIteratorNext },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PyRangeIterator) => self.remaining,
      "How many numbers are left.",
    ],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Skips numbers."],
  ],
};

/** `longrange_iterator`. */
export const longRangeIteratorSpec: TypeSpec = {
  name: "longrange_iterator",
  slots: { tp_iter: selfIter, tp_iternext: longNext },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PyLongRangeIterator) => self.remaining,
      "How many numbers are left.",
    ],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", longSetState, "Skips numbers."],
  ],
};
