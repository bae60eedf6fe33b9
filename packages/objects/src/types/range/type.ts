import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { RangeType, SliceType } from "../../core/builtin-types.js";
import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { hashHigh, hashTuple, joinHash } from "../dict/key-hash.js";
import { IndexErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { type Int, intAdd, intFloorDiv, intMod, intMul, intSub } from "../int/arithmetic.js";
import { intToDecimal } from "../int/digits.js";
import { countByIteration, indexByIteration } from "../iterators/search.js";
import { None, NotImplemented } from "../none/singletons.js";
import { longIndices } from "../slice/long-indices.js";
import type { PySlice } from "../slice/py-slice.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { rangeLength } from "./length.js";
import { makeRange, type PyRange } from "./py-range.js";
import { iterateRange, reverseRange } from "./range-iterator.js";

function rangeNew(ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "range", kwnames) === null) return null;
  if (checkPositional(ts, "range", args.length, 1, 3) === null) return null;
  const first = toIndex(ts, args[0]);
  if (first === null) return null;
  if (args.length === 1) return makeRange(0, first, 1);
  const stop = toIndex(ts, args[1]);
  if (stop === null) return null;
  if (args.length === 2) return makeRange(first, stop, 1);
  const step = toIndex(ts, args[2]);
  if (step === null) return null;
  if (step === 0) return raise(ts, ValueErrorType, "range() arg 3 must not be zero");
  return makeRange(first, stop, step);
}

function rangeRepr(ts: ThreadState, self: PyRange): Result<Value> {
  const start = intToDecimal(ts, self.start);
  if (start === null) return null;
  const stop = intToDecimal(ts, self.stop);
  if (stop === null) return null;
  if (self.step === 1) return `range(${start}, ${stop})`;
  const step = intToDecimal(ts, self.step);
  return step === null ? null : `range(${start}, ${stop}, ${step})`;
}

/** The numbers that identify a range as a sequence: its length, then start and step where they matter. */
function identity({ start, step, length }: PyRange): PyTuple {
  if (length === 0) return new PyTuple([length, None, None]);
  return new PyTuple(length === 1 ? [length, start, None] : [length, start, step]);
}

function rangeHash(ts: ThreadState, self: PyRange): Result<number | bigint> {
  const low = hashTuple(ts, identity(self));
  return low === null ? null : joinHash(low, hashHigh);
}

/** Ranges are equal when they give the same numbers. */
function rangeCompare(_ts: ThreadState, self: PyRange, other: Value, op: CompareOp): Value {
  if (typeOf(other) !== RangeType || (op !== CompareOp.EQ && op !== CompareOp.NE)) return NotImplemented;
  const mine = identity(self).items;
  const theirs = identity(other as PyRange).items;
  const same = mine.every((part, i) => part === theirs[i]);
  return op === CompareOp.EQ ? same : !same;
}

function itemAt(range: PyRange, index: Int): Int {
  const { start, step } = range;
  if (typeof start === "number" && typeof step === "number" && typeof index === "number") {
    const value = start + index * step;
    if (Number.isSafeInteger(value)) return value;
  }
  return intAdd(start, intMul(index, step) as Int);
}

function rangeSubscript(ts: ThreadState, self: PyRange, key: Value): Result<Value> {
  if (typeof key === "number" || typeOf(key).nb_index !== null) {
    let index = toIndex(ts, key);
    if (index === null) return null;
    if (index < 0) index = intAdd(index, self.length);
    if (index < 0 || index >= self.length)
      return raise(ts, IndexErrorType, "range object index out of range");
    return itemAt(self, index);
  }
  if (typeOf(key) !== SliceType) {
    return raise(ts, TypeErrorType, `range indices must be integers or slices, not ${typeName(key)}`);
  }
  const bounds = longIndices(ts, key as PySlice, self.length);
  if (bounds === null) return null;
  const [start, stop, step] = bounds;
  return makeRange(itemAt(self, start), itemAt(self, stop), intMul(self.step, step) as Int);
}

function rangeLen(ts: ThreadState, self: PyRange): Result<number> {
  const length = rangeLength(ts, self);
  return length === null ? null : Number(length);
}

/** Does the range hold this int? */
function holds({ start, stop, step }: PyRange, n: Int): boolean {
  if (step > 0 ? n < start || n >= stop : n > start || n <= stop) return false;
  return intMod(intSub(n, start), step) === 0;
}

/** The int that arithmetic can look for; anything else is compared with each number. */
function plainInt(v: Value): Int | undefined {
  if (typeof v === "boolean") return v ? 1 : 0;
  return typeof v === "number" || typeof v === "bigint" ? v : undefined;
}

function rangeContains(ts: ThreadState, self: PyRange, value: Value): Result<boolean> {
  const n = plainInt(value);
  if (n !== undefined) return holds(self, n);
  const at = indexByIteration(ts, self, value);
  return at === null ? null : at >= 0;
}

function count(ts: ThreadState, self: PyRange, value: Value): Result<Value> {
  const n = plainInt(value);
  return n === undefined ? countByIteration(ts, self, value) : holds(self, n) ? 1 : 0;
}

function index(ts: ThreadState, self: PyRange, value: Value): Result<Value> {
  const n = plainInt(value);
  if (n === undefined) {
    const at = indexByIteration(ts, self, value);
    if (at === null || at >= 0) return at;
    return raise(ts, ValueErrorType, "sequence.index(x): x not in sequence");
  }
  if (!holds(self, n)) return raise(ts, ValueErrorType, "range.index(x): x not in range");
  return intFloorDiv(intSub(n, self.start), self.step);
}

/** `range` (CPython `Objects/rangeobject.c`). */
export const rangeSpec: TypeSpec = {
  name: "range",
  flags: TypeFlags.SEQUENCE,
  doc: "The ints from start to before stop in steps. range(stop) or range(start, stop[, step]).",
  slots: {
    tp_new: rangeNew,
    tp_repr: rangeRepr,
    tp_hash: rangeHash,
    tp_richcompare: rangeCompare,
    tp_iter: iterateRange,
    nb_bool: (_ts, self: PyRange) => self.length !== 0,
    sq_length: rangeLen,
    mp_length: rangeLen,
    sq_item: (ts, self: PyRange, i: number) =>
      i < 0 || i >= self.length
        ? raise(ts, IndexErrorType, "range object index out of range")
        : itemAt(self, i),
    sq_contains: rangeContains,
    mp_subscript: rangeSubscript,
  },
  methods: [
    ["__reversed__", "($self, /)", reverseRange, "An iterator from the last number to the first."],
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyRange) => new PyTuple([RangeType, new PyTuple([self.start, self.stop, self.step])]),
      "What pickle needs to make an equal range.",
    ],
    ["count", "($self, object, /)", count, "How often the range gives a value."],
    ["index", "($self, object, /)", index, "The index of a value; ValueError if the range does not give it."],
  ],
  getset: [
    ["start", (_ts, self: PyRange) => self.start, null, null, "member"],
    ["stop", (_ts, self: PyRange) => self.stop, null, null, "member"],
    ["step", (_ts, self: PyRange) => self.step, null, null, "member"],
  ],
};
