import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { SliceType, TupleType } from "../../core/builtin-types.js";
import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import type { CompareOp, KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { hashHigh, hashTuple, joinHash } from "../dict/key-hash.js";
import { IndexErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { classGetItem } from "../iterators/common.js";
import { PyTupleIterator } from "../iterators/tuple-iterator.js";
import {
  canRepeat,
  compareItems,
  countItem,
  indexMethod,
  indexOfItem,
  isInRepr,
  MAX_ITEMS,
  outOfMemory,
  repeatItems,
  reprItems,
} from "../list/sequence.js";
import { slicedItems } from "../list/subscript.js";
import { NotImplemented } from "../none/singletons.js";
import { sliceIndices } from "../slice/indices.js";
import type { PySlice } from "../slice/py-slice.js";
import { emptyTuple, PyTuple } from "./py-tuple.js";

/** Is the value a tuple or an instance of a subclass? */
export function isTuple(v: Value): v is PyTuple {
  return typeof v === "object" && (v.cls.flags & TypeFlags.TUPLE_SUBCLASS) !== 0;
}

/** `tuple(iterable)`: an exact tuple is returned as it is (CPython `PySequence_Tuple`). */
export function tupleFrom(ts: ThreadState, iterable: Value): Result<PyTuple> {
  if (typeOf(iterable) === TupleType) return iterable as PyTuple;
  const items = toArray(ts, iterable);
  if (items === null) return null;
  return items.length === 0 ? emptyTuple : new PyTuple(items);
}

function tupleNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (cls === TupleType || cls.tp_init === TupleType.tp_init) {
    if (noKeywords(ts, "tuple", kwnames) === null) return null;
  }
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, "tuple", given, 0, 1) === null) return null;
  const tuple = given === 0 ? emptyTuple : tupleFrom(ts, args[0]);
  if (tuple === null || cls === TupleType) return tuple;
  return new PyTuple(tuple.items, cls);
}

function tupleRepr(ts: ThreadState, self: PyTuple): Result<Value> {
  const n = self.items.length;
  if (n === 0) return "()";
  if (isInRepr(ts, self)) return "(...)";
  ts.reprStack.push(self);
  const text = reprItems(ts, self, "(", n === 1 ? ",)" : ")");
  ts.reprStack.pop();
  return text;
}

function tupleHash(ts: ThreadState, self: PyTuple): Result<number | bigint> {
  const low = hashTuple(ts, self);
  return low === null ? null : joinHash(low, hashHigh);
}

function tupleCompare(ts: ThreadState, self: PyTuple, other: Value, op: CompareOp): Result<Value> {
  return isTuple(other) ? compareItems(ts, self, other, op) : NotImplemented;
}

function tupleContains(ts: ThreadState, self: PyTuple, value: Value): Result<boolean> {
  const at = indexOfItem(ts, self, value, 0, self.items.length);
  return at === null ? null : at >= 0;
}

function tupleConcat(ts: ThreadState, self: PyTuple, other: Value): Result<Value> {
  if (self.items.length === 0 && typeOf(other) === TupleType) return other;
  if (!isTuple(other)) {
    return raise(ts, TypeErrorType, `can only concatenate tuple (not "${typeName(other)}") to tuple`);
  }
  if (other.items.length === 0 && self.cls === TupleType) return self;
  if (self.items.length + other.items.length > MAX_ITEMS) return outOfMemory(ts);
  return new PyTuple(self.items.concat(other.items));
}

function tupleRepeat(ts: ThreadState, self: PyTuple, count: number): Result<Value> {
  if ((self.items.length === 0 || count === 1) && self.cls === TupleType) return self;
  if (self.items.length === 0 || count <= 0) return emptyTuple;
  return canRepeat(self.items, count) ? new PyTuple(repeatItems(self.items, count)) : outOfMemory(ts);
}

function tupleItem(ts: ThreadState, self: PyTuple, index: number): Result<Value> {
  const { items } = self;
  if (index < 0 || index >= items.length) return raise(ts, IndexErrorType, "tuple index out of range");
  return items[index];
}

function tupleSubscript(ts: ThreadState, self: PyTuple, key: Value): Result<Value> {
  const { items } = self;
  let index: number;
  if (typeof key === "number") {
    index = key;
  } else if (typeOf(key).nb_index !== null) {
    const given = toSize(ts, key);
    if (given === null) return null;
    index = given;
  } else if (typeOf(key) === SliceType) {
    const range = sliceIndices(ts, key as PySlice, items.length);
    if (range === null) return null;
    if (range.count === 0) return emptyTuple;
    if (range.count === items.length && range.step === 1 && self.cls === TupleType) return self;
    return new PyTuple(slicedItems(items, range));
  } else {
    return raise(ts, TypeErrorType, `tuple indices must be integers or slices, not ${typeName(key)}`);
  }
  return tupleItem(ts, self, index < 0 ? index + items.length : index);
}

/** `tuple` (CPython `Objects/tupleobject.c`). */
export const tupleSpec: TypeSpec = {
  name: "tuple",
  flags: TypeFlags.BASETYPE | TypeFlags.TUPLE_SUBCLASS | TypeFlags.SEQUENCE,
  doc: "A sequence that cannot be changed. tuple(iterable) makes one of the items of an iterable.",
  signature: "(iterable=(), /)",
  slots: {
    tp_new: tupleNew,
    tp_repr: tupleRepr,
    tp_hash: tupleHash,
    tp_richcompare: tupleCompare,
    tp_iter: (_ts, self: PyTuple) => new PyTupleIterator(self),
    sq_length: (_ts, self: PyTuple) => self.items.length,
    mp_length: (_ts, self: PyTuple) => self.items.length,
    sq_concat: tupleConcat,
    sq_repeat: tupleRepeat,
    sq_item: tupleItem,
    sq_contains: tupleContains,
    mp_subscript: tupleSubscript,
  },
  methods: [
    [
      "__getnewargs__",
      "($self, /)",
      (_ts, self: PyTuple) => new PyTuple([new PyTuple(self.items)]),
      "What pickle and copy pass to `__new__`.",
    ],
    [
      "index",
      "($self, value, start=0, stop=sys.maxsize, /)",
      indexMethod("tuple"),
      "The first index of a value between start and stop; ValueError without one.",
    ],
    [
      "count",
      "($self, value, /)",
      (ts, self: PyTuple, value: Value) => countItem(ts, self, value),
      "How many items equal a value.",
    ],
    [
      "__class_getitem__",
      "($type, object, /)",
      classGetItem,
      "tuple[T, ...] in annotations.",
      { binding: "class" },
    ],
  ],
};
