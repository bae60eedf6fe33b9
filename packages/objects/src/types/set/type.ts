import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { FrozenSetType, SetType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { unhashable } from "../../core/compare.js";
import { clearPending, pendingMatches, raise, raiseKeyError } from "../../core/errors.js";
import type { MethodRow, TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import { CompareOp, type KwNames, type Slots } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { hashHigh, joinHash } from "../dict/key-hash.js";
import { KeyErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { classGetItem } from "../iterators/common.js";
import { PyList } from "../list/py-list.js";
import { isInRepr, reprItems } from "../list/sequence.js";
import { None, NotImplemented } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { hashElements } from "./hash.js";
import {
  copySet,
  difference,
  intersection,
  isDisjoint,
  isSubset,
  isSuperset,
  removeAll,
  symmetricDifference,
  toggleAll,
} from "./operations.js";
import { PySet } from "./py-set.js";
import { PySetIterator } from "./set-iterator.js";
import { isAnySet, updateSet } from "./update.js";

function setInit(ts: ThreadState, self: PySet, args: Value[], kwnames: KwNames): Status {
  if (noKeywords(ts, "set", kwnames) === null) return null;
  if (checkPositional(ts, self.cls.tpName, args.length, 0, 1) === null) return null;
  self.clear();
  return args.length === 0 ? true : updateSet(ts, self, args[0]);
}

function frozenSetNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (cls === FrozenSetType || cls.tp_init === FrozenSetType.tp_init) {
    if (noKeywords(ts, "frozenset", kwnames) === null) return null;
  }
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, cls.tpName, given, 0, 1) === null) return null;
  if (given === 1 && cls === FrozenSetType && typeOf(args[0]) === FrozenSetType) return args[0];
  const set = new PySet(cls);
  return given === 1 && updateSet(ts, set, args[0]) === null ? null : set;
}

function setRepr(ts: ThreadState, self: PySet): Result<Value> {
  const name = self.cls.tpName;
  if (isInRepr(ts, self)) return `${name}(...)`;
  if (self.size === 0) return `${name}()`;
  ts.reprStack.push(self);
  const items = new PyList(self.itemsArray());
  const exact = self.cls === SetType;
  const text = reprItems(ts, items, exact ? "{" : `${name}({`, exact ? "}" : "})");
  ts.reprStack.pop();
  return text;
}

function frozenSetHash(_ts: ThreadState, self: PySet): number | bigint {
  if (self.hash === null) {
    const low = hashElements(self);
    self.hash = joinHash(low, hashHigh);
  }
  return self.hash;
}

function setCompare(ts: ThreadState, self: PySet, other: Value, op: CompareOp): Result<Value> {
  if (!isAnySet(other)) return NotImplemented;
  switch (op) {
    case CompareOp.EQ:
      return sameElements(ts, self, other);
    case CompareOp.NE: {
      const same = sameElements(ts, self, other);
      return same === null ? null : !same;
    }
    case CompareOp.LT:
      return self.size < other.size && isSubset(ts, self, other);
    case CompareOp.LE:
      return isSubset(ts, self, other);
    case CompareOp.GT:
      return self.size > other.size && isSubset(ts, other, self);
    default:
      return isSubset(ts, other, self);
  }
}

function sameElements(ts: ThreadState, a: PySet, b: PySet): Result<boolean> {
  if (a.size !== b.size) return false;
  if (a.hash !== null && b.hash !== null && a.hash !== b.hash) return false;
  return isSubset(ts, a, b);
}

/** After a lookup failed: a set, though unhashable, is looked for as the frozenset of its elements. */
function asFrozenSet(ts: ThreadState, key: Value): key is PySet {
  if (!isAnySet(key) || !isSubtype(key.cls, SetType) || !pendingMatches(ts, TypeErrorType)) return false;
  clearPending(ts);
  return true;
}

function contains(ts: ThreadState, self: PySet, key: Value): Result<boolean> {
  const found = self.has(ts, key);
  if (found !== null || !asFrozenSet(ts, key)) return found;
  const low = hashElements(key);
  return self.hasHashed(ts, key, low, hashHigh);
}

function removeElement(ts: ThreadState, self: PySet, key: Value): Result<boolean> {
  const removed = self.delete(ts, key);
  if (removed !== null || !asFrozenSet(ts, key)) return removed;
  const low = hashElements(key);
  return self.deleteHashed(ts, key, low, hashHigh);
}

function remove(ts: ThreadState, self: PySet, key: Value): Result<Value> {
  const removed = removeElement(ts, self, key);
  return removed === null ? null : removed ? None : raiseKeyError(ts, key);
}

function pop(ts: ThreadState, self: PySet): Result<Value> {
  return self.pop() ?? raise(ts, KeyErrorType, "pop from an empty set");
}

function union(ts: ThreadState, self: PySet, others: Value[]): Result<Value> {
  const result = copySet(ts, self);
  if (result === null) return null;
  for (const other of others) if (other !== self && updateSet(ts, result, other) === null) return null;
  return result;
}

function intersectionOf(ts: ThreadState, self: PySet, others: readonly Value[]): Result<PySet> {
  if (others.length === 0) return copySet(ts, self);
  let result: PySet = self;
  for (const other of others) {
    const next = intersection(ts, result, other);
    if (next === null) return null;
    result = next;
  }
  return result;
}

function intersectionUpdate(ts: ThreadState, self: PySet, others: readonly Value[]): Result<Value> {
  const result = intersectionOf(ts, self, others);
  if (result === null) return null;
  self.swap(result);
  return None;
}

function differenceOf(ts: ThreadState, self: PySet, others: readonly Value[]): Result<Value> {
  if (others.length === 0) return copySet(ts, self);
  const result = difference(ts, self, others[0]);
  if (result === null) return null;
  for (let i = 1; i < others.length; i++) if (removeAll(ts, result, others[i]) === null) return null;
  return result;
}

/** A method that does something with each of its arguments and returns None. */
const forEach =
  (step: (ts: ThreadState, self: PySet, other: Value) => Status) =>
  (ts: ThreadState, self: PySet, others: Value[]): Result<Value> => {
    for (const other of others) if (step(ts, self, other) === null) return null;
    return None;
  };

/** Refuses keyword arguments of a method with `*others`. */
const positional =
  (name: string, fn: (ts: ThreadState, self: PySet, others: Value[]) => Result<Value>) =>
  (ts: ThreadState, self: PySet, args: Value[], kwnames: KwNames): Result<Value> =>
    noKeywords(ts, `${baseName(self)}.${name}`, kwnames) === null ? null : fn(ts, self, args);

function baseName(self: PySet): string {
  return isSubtype(self.cls, SetType) ? "set" : "frozenset";
}

/** An operator between sets; of anything else `NotImplemented`. */
const operator =
  (fn: (ts: ThreadState, left: PySet, right: PySet) => Result<Value>) =>
  (ts: ThreadState, left: Value, right: Value): Result<Value> =>
    isAnySet(left) && isAnySet(right) ? fn(ts, left, right) : NotImplemented;

function or(ts: ThreadState, left: PySet, right: PySet): Result<Value> {
  const result = copySet(ts, left);
  if (result === null || left === right) return result;
  return result.merge(ts, right) === null ? null : result;
}

/** An in-place operator with another set. */
const inplace =
  (fn: (ts: ThreadState, self: PySet, other: PySet) => Result<unknown>) =>
  (ts: ThreadState, self: PySet, other: Value): Result<Value> => {
    if (!isAnySet(other)) return NotImplemented;
    return fn(ts, self, other) === null ? null : self;
  };

function reduce(ts: ThreadState, self: PySet): Result<Value> {
  const state = callMethod(ts, self, "__getstate__", []);
  if (state === null) return null;
  return new PyTuple([self.cls, new PyTuple([new PyList(self.itemsArray())]), state]);
}

const commonSlots: Partial<Slots> = {
  tp_repr: setRepr,
  tp_richcompare: setCompare,
  tp_iter: (_ts, self: PySet) => new PySetIterator(self),
  sq_length: (_ts, self: PySet) => self.size,
  sq_contains: contains,
  nb_subtract: operator(difference),
  nb_and: operator(intersection),
  nb_xor: operator(symmetricDifference),
  nb_or: operator(or),
};

const commonMethods: readonly MethodRow[] = [
  ["__contains__", "($self, object, /)", contains, "Is the object an element?"],
  [
    "difference",
    "($self, /, *others)",
    positional("difference", differenceOf),
    "The elements that no other has.",
  ],
  [
    "intersection",
    "($self, /, *others)",
    positional("intersection", intersectionOf),
    "The elements that all have.",
  ],
  ["isdisjoint", "($self, other, /)", isDisjoint, "Have both no element in common?"],
  ["issubset", "($self, other, /)", isSubset, "Does the other hold every element of this set?"],
  ["issuperset", "($self, other, /)", isSuperset, "Does this set hold every element of the other?"],
  ["__reduce__", "($self, /)", reduce, "What pickle needs to make an equal set."],
  ["__sizeof__", "($self, /)", (_ts, self: PySet) => self.sizeOf(), "Size in bytes, as CPython counts it."],
  [
    "symmetric_difference",
    "($self, other, /)",
    symmetricDifference,
    "The elements that are in this set or in the other, but not in both.",
  ],
  ["union", "($self, /, *others)", positional("union", union), "The elements of all."],
  ["__class_getitem__", "($type, object, /)", classGetItem, "set[T] in annotations.", { binding: "class" }],
];

/** `set` (CPython `Objects/setobject.c`). */
export const setSpec: TypeSpec = {
  name: "set",
  flags: TypeFlags.BASETYPE | TypeFlags.SET_SUBCLASS | TypeFlags.HAS_WEAKREFS,
  doc: "Different hashable elements without order. set(iterable) makes one of the items of an iterable.",
  signature: "(iterable=(), /)",
  slots: {
    ...commonSlots,
    tp_new: (_ts: ThreadState, cls: PyType) => new PySet(cls),
    tp_init: setInit,
    tp_hash: unhashable,
    nb_inplace_subtract: inplace(removeAll),
    nb_inplace_and: inplace((ts, self, other) => intersectionUpdate(ts, self, [other])),
    nb_inplace_xor: inplace(toggleAll),
    nb_inplace_or: inplace((ts, self, other) => self.merge(ts, other)),
  },
  methods: [
    ...commonMethods,
    [
      "add",
      "($self, object, /)",
      (ts, self: PySet, key: Value) => (self.add(ts, key) === null ? null : None),
      "Adds an element.",
    ],
    [
      "clear",
      "($self, /)",
      (_ts, self: PySet) => {
        self.clear();
        return None;
      },
      "Removes all elements.",
    ],
    ["copy", "($self, /)", copySet, "A set of the same elements."],
    [
      "discard",
      "($self, object, /)",
      (ts, self: PySet, key: Value) => (removeElement(ts, self, key) === null ? null : None),
      "Removes an element if it is there.",
    ],
    [
      "difference_update",
      "($self, /, *others)",
      positional("difference_update", forEach(removeAll)),
      "Removes the elements of others.",
    ],
    [
      "intersection_update",
      "($self, /, *others)",
      positional("intersection_update", intersectionUpdate),
      "Keeps the elements that all others have too.",
    ],
    ["pop", "($self, /)", pop, "Removes some element and returns it; KeyError if there is none."],
    ["remove", "($self, object, /)", remove, "Removes an element; KeyError if it is absent."],
    [
      "symmetric_difference_update",
      "($self, other, /)",
      (ts, self: PySet, other: Value) => (toggleAll(ts, self, other) === null ? null : None),
      "Removes the elements that the other has too, and adds those that only the other has.",
    ],
    [
      "update",
      "($self, /, *others)",
      positional("update", forEach(updateSet)),
      "Adds the elements of others.",
    ],
  ],
};

/** `frozenset`. */
export const frozenSetSpec: TypeSpec = {
  name: "frozenset",
  flags: TypeFlags.BASETYPE | TypeFlags.SET_SUBCLASS | TypeFlags.HAS_WEAKREFS,
  doc: "A set that cannot be changed and is hashable.",
  signature: "(iterable=(), /)",
  slots: { ...commonSlots, tp_new: frozenSetNew, tp_hash: frozenSetHash },
  methods: [
    ...commonMethods,
    [
      "copy",
      "($self, /)",
      (ts, self: PySet) => (self.cls === FrozenSetType ? self : copySet(ts, self)),
      "A frozenset of the same elements.",
    ],
  ],
};
