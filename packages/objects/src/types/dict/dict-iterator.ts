import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import type { IterNextFunc } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { RuntimeErrorType } from "../exceptions/exception-types.js";
import { builtin } from "../function/builtins-of.js";
import { selfIter } from "../iterators/common.js";
import { PyList } from "../list/py-list.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { PyDict } from "./py-dict.js";

/** Iterator over a dict, forwards or backwards: keys, values or items, by its class. */
export class PyDictIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  dict: PyDict | null;
  /** Entry to look at next. */
  position: number;
  /** Number of items that the dict must still have; -1 once it had another. */
  expected: number;
  /** Items left. */
  remaining: number;

  constructor(cls: PyType, dict: PyDict, position: number) {
    this.cls = cls;
    this.dict = dict;
    this.position = position;
    this.expected = dict.size;
    this.remaining = dict.size;
  }
}

/**
 * The entry to yield next, -1 when exhausted. RuntimeError when keys were added or removed since the
 * iterator was made.
 */
export function nextEntry(ts: ThreadState, self: PyDictIterator): Result<number> {
  const { dict } = self;
  if (dict === null) return -1;
  if (self.expected !== dict.size) return changedSize(ts, self);
  const { keys } = dict;
  let entry = self.position;
  while (entry < keys.length && keys[entry] === undefined) entry++;
  if (entry >= keys.length) {
    self.dict = null;
    return -1;
  }
  if (self.remaining === 0) {
    self.dict = null;
    return raise(ts, RuntimeErrorType, "dictionary keys changed during iteration");
  }
  self.position = entry + 1;
  self.remaining--;
  return entry;
}

function previousEntry(ts: ThreadState, self: PyDictIterator): Result<number> {
  const { dict } = self;
  if (dict === null) return -1;
  if (self.expected !== dict.size) return changedSize(ts, self);
  const { keys } = dict;
  let entry = Math.min(self.position, keys.length - 1);
  while (entry >= 0 && keys[entry] === undefined) entry--;
  if (entry < 0) {
    self.dict = null;
    return -1;
  }
  self.position = entry - 1;
  self.remaining--;
  return entry;
}

function changedSize(ts: ThreadState, self: PyDictIterator): null {
  self.expected = -1;
  return raise(ts, RuntimeErrorType, "dictionary changed size during iteration");
}

/** The next key. */
export function nextKey(ts: ThreadState, self: PyDictIterator): Result<Value | undefined> {
  const dict = self.dict as PyDict;
  const entry = nextEntry(ts, self);
  return entry === null ? null : entry < 0 ? undefined : (dict.keys[entry] as Value);
}

/** The next value. */
export function nextValue(ts: ThreadState, self: PyDictIterator): Result<Value | undefined> {
  const dict = self.dict as PyDict;
  const entry = nextEntry(ts, self);
  return entry === null ? null : entry < 0 ? undefined : (dict.values[entry] as Value);
}

/** The next item, a tuple. */
export function nextItem(ts: ThreadState, self: PyDictIterator): Result<Value | undefined> {
  const dict = self.dict as PyDict;
  const entry = nextEntry(ts, self);
  if (entry === null) return null;
  return entry < 0 ? undefined : new PyTuple([dict.keys[entry] as Value, dict.values[entry] as Value]);
}

function previousKey(ts: ThreadState, self: PyDictIterator): Result<Value | undefined> {
  const dict = self.dict as PyDict;
  const entry = previousEntry(ts, self);
  return entry === null ? null : entry < 0 ? undefined : (dict.keys[entry] as Value);
}

function previousValue(ts: ThreadState, self: PyDictIterator): Result<Value | undefined> {
  const dict = self.dict as PyDict;
  const entry = previousEntry(ts, self);
  return entry === null ? null : entry < 0 ? undefined : (dict.values[entry] as Value);
}

function previousItem(ts: ThreadState, self: PyDictIterator): Result<Value | undefined> {
  const dict = self.dict as PyDict;
  const entry = previousEntry(ts, self);
  if (entry === null) return null;
  return entry < 0 ? undefined : new PyTuple([dict.keys[entry] as Value, dict.values[entry] as Value]);
}

function lengthHint(_ts: ThreadState, self: PyDictIterator): Value {
  return self.dict !== null && self.dict.size === self.expected ? self.remaining : 0;
}

/** `(iter, (list of what is left,))`; the iterator itself does not move. */
function reduce(ts: ThreadState, self: PyDictIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  const { dict, position, expected, remaining } = self;
  const items = toArray(ts, self);
  self.dict = dict;
  self.position = position;
  self.expected = expected;
  self.remaining = remaining;
  return items === null ? null : new PyTuple([iter, new PyTuple([new PyList(items)])]);
}

const spec = (name: string, next: IterNextFunc): TypeSpec => ({
  name,
  slots: { tp_iter: selfIter, tp_iternext: next },
  methods: [
    ["__length_hint__", "($self, /)", lengthHint, "How many items are left."],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
  ],
});

/** `dict_keyiterator` (CPython `Objects/dictobject.c`). */
export const dictKeyIteratorSpec = spec("dict_keyiterator", nextKey);
/** `dict_valueiterator`. */
export const dictValueIteratorSpec = spec("dict_valueiterator", nextValue);
/** `dict_itemiterator`. */
export const dictItemIteratorSpec = spec("dict_itemiterator", nextItem);
/** `dict_reversekeyiterator`. */
export const dictReverseKeyIteratorSpec = spec("dict_reversekeyiterator", previousKey);
/** `dict_reversevalueiterator`. */
export const dictReverseValueIteratorSpec = spec("dict_reversevalueiterator", previousValue);
/** `dict_reverseitemiterator`. */
export const dictReverseItemIteratorSpec = spec("dict_reverseitemiterator", previousItem);
