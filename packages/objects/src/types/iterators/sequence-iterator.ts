import { clearPending, pendingMatches, raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { length } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import {
  IndexErrorType,
  OverflowErrorType,
  StopIterationType,
  TypeErrorType,
} from "../exceptions/exception-types.js";
import { builtin } from "../function/builtins-of.js";
import { None, NotImplemented } from "../none/singletons.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { selfIter, stateIndex } from "./common.js";
import type { PySequenceIterator } from "./py-sequence-iterator.js";

function next(ts: ThreadState, self: PySequenceIterator): Result<Value | undefined> {
  const { sequence } = self;
  if (sequence === null) return undefined;
  if (self.index >= Number.MAX_SAFE_INTEGER) return raise(ts, OverflowErrorType, "iter index too large");
  const { sq_item } = typeOf(sequence);
  if (sq_item === null)
    return raise(ts, TypeErrorType, `'${typeName(sequence)}' object is not subscriptable`);
  const item = sq_item(ts, sequence, self.index);
  if (item !== null) {
    self.index++;
    return item;
  }
  if (!pendingMatches(ts, IndexErrorType) && !pendingMatches(ts, StopIterationType)) return null;
  clearPending(ts);
  self.sequence = null;
  return undefined;
}

function lengthHint(ts: ThreadState, self: PySequenceIterator): Result<Value> {
  const { sequence } = self;
  if (sequence === null) return 0;
  if (typeOf(sequence).sq_length === null) return NotImplemented;
  const n = length(ts, sequence);
  return n === null ? null : Math.max(0, n - self.index);
}

function reduce(ts: ThreadState, self: PySequenceIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  if (self.sequence === null) return new PyTuple([iter, new PyTuple([emptyTuple])]);
  return new PyTuple([iter, new PyTuple([self.sequence]), self.index]);
}

function setState(ts: ThreadState, self: PySequenceIterator, state: Value): Result<Value> {
  const index = stateIndex(ts, state);
  if (index === null) return null;
  if (self.sequence !== null) self.index = Math.max(0, index);
  return None;
}

/** `iterator`: what `iter()` makes of an object with `__getitem__` alone (CPython `Objects/iterobject.c`). */
export const sequenceIteratorSpec: TypeSpec = {
  name: "iterator",
  slots: { tp_iter: selfIter, tp_iternext: next },
  methods: [
    ["__length_hint__", "($self, /)", lengthHint, "How many items are left."],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Goes to an index."],
  ],
};
