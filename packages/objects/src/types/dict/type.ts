import { DictType, FrozenSetType, SetType } from "../../core/builtin-types.js";
import { call, lookupSpecial } from "../../core/call.js";
import { unhashable } from "../../core/compare.js";
import { raise, raiseKeyError } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { equals } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import { iterate, repr, setItem } from "../../core/protocols.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { KeyErrorType } from "../exceptions/exception-types.js";
import { classGetItem } from "../iterators/common.js";
import {
  DictItemsType,
  DictKeyIteratorType,
  DictKeysType,
  DictReverseKeyIteratorType,
  DictValuesType,
} from "../iterators/iterator-types.js";
import { isInRepr } from "../list/sequence.js";
import { None, NotImplemented } from "../none/singletons.js";
import type { PySet } from "../set/py-set.js";
import type { Str } from "../str/py-str.js";
import { joinStr } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { PyDictIterator } from "./dict-iterator.js";
import { hashHigh } from "./key-hash.js";
import { copyDict, isDict, mergeMapping, updateDict, updateFromArguments } from "./merge.js";
import { PyDict } from "./py-dict.js";
import { PyDictView } from "./views.js";

function dictRepr(ts: ThreadState, self: PyDict): Result<Value> {
  if (isInRepr(ts, self)) return "{...}";
  if (self.size === 0) return "{}";
  ts.reprStack.push(self);
  const text = reprPairs(ts, self);
  ts.reprStack.pop();
  return text;
}

function reprPairs(ts: ThreadState, self: PyDict): Result<Value> {
  const parts: Str[] = [];
  for (let entry = self.nextIndex(0); entry >= 0; entry = self.nextIndex(entry + 1)) {
    const key = self.keys[entry] as Value;
    const value = self.values[entry] as Value;
    const keyText = repr(ts, key);
    if (keyText === null) return null;
    const valueText = repr(ts, value);
    if (valueText === null) return null;
    parts.push(parts.length === 0 ? "{" : ", ", keyText, ": ", valueText);
  }
  parts.push("}");
  return joinStr(parts, "");
}

/** Dicts are equal when they map equal keys to equal values, in whatever order. */
function dictCompare(ts: ThreadState, self: PyDict, other: Value, op: CompareOp): Result<Value> {
  if (!isDict(other) || (op !== CompareOp.EQ && op !== CompareOp.NE)) return NotImplemented;
  const same = dictEquals(ts, self, other);
  return same === null ? null : op === CompareOp.EQ ? same : !same;
}

function dictEquals(ts: ThreadState, a: PyDict, b: PyDict): Result<boolean> {
  if (a.size !== b.size) return false;
  for (let entry = a.nextIndex(0); entry >= 0; entry = a.nextIndex(entry + 1)) {
    const value = a.values[entry] as Value;
    const low = a.entryHash(ts, entry);
    if (low === null) return null;
    const found = b.findKnown(ts, a.keys[entry] as Value, low, hashHigh);
    if (found === null) return null;
    if (found < 0) return false;
    const same = equals(ts, b.values[found] as Value, value);
    if (same === null || !same) return same;
  }
  return true;
}

/** `dict[key]`; of a subclass also `__missing__`. */
export function dictSubscript(ts: ThreadState, self: PyDict, key: Value): Result<Value> {
  const value = self.get(ts, key);
  return value === undefined ? missing(ts, self, key) : value;
}

function missing(ts: ThreadState, self: PyDict, key: Value): Result<Value> {
  if (self.cls !== DictType) {
    const method = lookupSpecial(ts, self, "__missing__");
    if (method === null) return null;
    if (method !== undefined) return call(ts, method, [key]);
  }
  return raiseKeyError(ts, key);
}

function dictAssSubscript(ts: ThreadState, self: PyDict, key: Value, value: Value | undefined): Status {
  if (value !== undefined) return self.set(ts, key, value);
  const removed = self.delete(ts, key);
  if (removed === null) return null;
  return removed ? true : raiseKeyError(ts, key);
}

/** `a | b` of two dicts: a plain dict. */
function dictOr(ts: ThreadState, left: Value, right: Value): Result<Value> {
  if (!isDict(left) || !isDict(right)) return NotImplemented;
  const result = copyDict(ts, left);
  return result === null || mergeMapping(ts, result, right) === null ? null : result;
}

function dictIor(ts: ThreadState, self: PyDict, other: Value): Result<Value> {
  return updateDict(ts, self, other) === null ? null : self;
}

function get(ts: ThreadState, self: PyDict, key: Value, otherwise: Value | undefined): Result<Value> {
  const value = self.get(ts, key);
  return value === undefined ? (otherwise ?? None) : value;
}

function setdefault(ts: ThreadState, self: PyDict, key: Value, value: Value = None): Result<Value> {
  const found = self.setDefault(ts, key, value);
  return found === undefined ? value : found;
}

function pop(ts: ThreadState, self: PyDict, key: Value, otherwise: Value | undefined): Result<Value> {
  // An empty dict does not even hash the key.
  const value = self.size === 0 ? undefined : self.pop(ts, key);
  return value === undefined ? (otherwise ?? raiseKeyError(ts, key)) : value;
}

function popitem(ts: ThreadState, self: PyDict): Result<Value> {
  const entry = self.lastEntry();
  if (entry < 0) return raise(ts, KeyErrorType, "popitem(): dictionary is empty");
  const pair = new PyTuple([self.keys[entry] as Value, self.values[entry] as Value]);
  self.removeLast(entry);
  return pair;
}

function update(ts: ThreadState, self: PyDict, args: Value[], kwnames: KwNames): Result<Value> {
  return updateFromArguments(ts, self, "update", args, kwnames) === null ? null : None;
}

function fromkeys(ts: ThreadState, cls: Value, iterable: Value, value: Value = None): Result<Value> {
  const dict = call(ts, cls, []);
  if (dict === null) return null;
  if (typeOf(dict) !== DictType) {
    const done = iterate(ts, iterable, (key) => setItem(ts, dict, key, value));
    return done === null ? null : dict;
  }
  return fillKeys(ts, dict as PyDict, iterable, value) === null ? null : dict;
}

function fillKeys(ts: ThreadState, dict: PyDict, iterable: Value, value: Value): Status {
  if (dict.size === 0 && typeOf(iterable) === DictType) {
    const from = iterable as PyDict;
    for (let entry = from.nextIndex(0); entry >= 0; entry = from.nextIndex(entry + 1)) {
      const low = from.entryHash(ts, entry);
      if (low === null) return null;
      if (dict.setKnown(ts, from.keys[entry] as Value, low, hashHigh, value) === null) return null;
    }
    return true;
  }
  if (dict.size === 0 && (typeOf(iterable) === SetType || typeOf(iterable) === FrozenSetType)) {
    const from = iterable as PySet;
    for (let slot = from.nextSlot(0); slot >= 0; slot = from.nextSlot(slot + 1)) {
      const key = from.table[slot] as Value;
      const low = from.slotHash(slot);
      if (dict.setKnown(ts, key, low, hashHigh, value) === null) return null;
    }
    return true;
  }
  return iterate(ts, iterable, (key) => dict.set(ts, key, value));
}

/** `dict` (CPython `Objects/dictobject.c`). */
export const dictSpec: TypeSpec = {
  name: "dict",
  flags: TypeFlags.BASETYPE | TypeFlags.DICT_SUBCLASS | TypeFlags.MAPPING,
  doc: "A mapping that keeps the order of insertion. dict(mapping), dict(pairs), each followed by name=value arguments.",
  slots: {
    tp_new: (_ts: ThreadState, cls: PyType) => new PyDict(cls),
    tp_init: (ts, self: PyDict, args, kwnames) => updateFromArguments(ts, self, "dict", args, kwnames),
    tp_repr: dictRepr,
    tp_hash: unhashable,
    tp_richcompare: dictCompare,
    tp_iter: (_ts, self: PyDict) => new PyDictIterator(DictKeyIteratorType, self, 0),
    nb_or: dictOr,
    nb_inplace_or: dictIor,
    sq_contains: (ts, self: PyDict, key: Value) => self.has(ts, key),
    mp_length: (_ts, self: PyDict) => self.size,
    mp_subscript: dictSubscript,
    mp_ass_subscript: dictAssSubscript,
  },
  methods: [
    [
      "__contains__",
      "($self, key, /)",
      (ts, self: PyDict, key: Value) => self.has(ts, key),
      "Is the key in the dict?",
    ],
    ["__getitem__", "($self, key, /)", dictSubscript, "self[key]."],
    [
      "__sizeof__",
      "($self, /)",
      (_ts, self: PyDict) => self.sizeOf(),
      "Size in bytes, as CPython counts it.",
    ],
    ["get", "($self, key, default=None, /)", get, "The value of a key, or a default value if it is absent."],
    [
      "setdefault",
      "($self, key, default=None, /)",
      setdefault,
      "The value of a key, which is set to a default value first if it is absent.",
    ],
    [
      "pop",
      "($self, key, default=<unrepresentable>, /)",
      pop,
      "Removes a key and returns its value; of an absent key the default value, or else KeyError.",
    ],
    [
      "popitem",
      "($self, /)",
      popitem,
      "Removes the last item and returns it as a pair; KeyError if there is none.",
    ],
    [
      "keys",
      "($self, /)",
      (_ts, self: PyDict) => new PyDictView(DictKeysType, self),
      "A view of the keys, which behaves like a set.",
    ],
    [
      "items",
      "($self, /)",
      (_ts, self: PyDict) => new PyDictView(DictItemsType, self),
      "A view of the items, which behaves like a set of pairs.",
    ],
    [
      "values",
      "($self, /)",
      (_ts, self: PyDict) => new PyDictView(DictValuesType, self),
      "A view of the values.",
    ],
    [
      "update",
      "($self, *args, **kwargs)",
      update,
      "Adds the items of a mapping or an iterable of pairs, and those given by name.",
      { hidden: true },
    ],
    [
      "fromkeys",
      "($type, iterable, value=None, /)",
      fromkeys,
      "A dict with the keys that an iterable gives, all with the same value.",
      { binding: "class" },
    ],
    [
      "clear",
      "($self, /)",
      (_ts, self: PyDict) => {
        self.clear();
        return None;
      },
      "Removes all items.",
    ],
    ["copy", "($self, /)", copyDict, "A dict of the same items."],
    [
      "__reversed__",
      "($self, /)",
      (_ts, self: PyDict) => new PyDictIterator(DictReverseKeyIteratorType, self, self.keys.length - 1),
      "An iterator over the keys, last first.",
    ],
    [
      "__class_getitem__",
      "($type, object, /)",
      classGetItem,
      "dict[K, V] in annotations.",
      { binding: "class" },
    ],
  ],
};
