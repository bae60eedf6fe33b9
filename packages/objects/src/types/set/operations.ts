import { DictType, FrozenSetType, SetType } from "../../core/builtin-types.js";
import type { Result, Status, Value } from "../../core/object.js";
import { iterate } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, type PyType } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { hashHigh, hashKey } from "../dict/key-hash.js";
import type { PyDict } from "../dict/py-dict.js";
import { PySet } from "./py-set.js";
import { isAnySet, isExactSet, updateSet } from "./update.js";

/*
 * The algebra of sets (CPython `Objects/setobject.c`). Which operand is iterated over decides the order of
 * the result and whose elements go in, so each operation does it as CPython does. Tables are read afresh at
 * each step: a comparison may run Python code that changes them.
 */

/** `set` or `frozenset`: the class of what operators on an instance of `type` yield. */
export function baseType(type: PyType): PyType {
  return type === FrozenSetType || !isSubtype(type, SetType) ? FrozenSetType : SetType;
}

/** A copy, of class `set` or `frozenset`. */
export function copySet(ts: ThreadState, self: PySet): Result<PySet> {
  const copy = new PySet(baseType(self.cls));
  return copy.merge(ts, self) === null ? null : copy;
}

/** A set that elements from `other` are added to: those (`wanted`) that are, or are not, in `container`. */
function select(
  ts: ThreadState,
  from: PySet,
  container: PySet,
  wanted: boolean,
  result: PySet,
): Result<PySet> {
  for (let slot = from.nextSlot(0); slot >= 0; slot = from.nextSlot(slot + 1)) {
    const key = from.table[slot] as Value;
    const low = from.slotHash(slot);
    const high = hashHigh;
    const found = container.hasHashed(ts, key, low, high);
    if (found === null) return null;
    if (found === wanted && result.addHashed(ts, key, low, high) === null) return null;
  }
  return result;
}

/** `self & other`; `other` may be any iterable. */
export function intersection(ts: ThreadState, self: PySet, other: Value): Result<PySet> {
  if (self === other) return copySet(ts, self);
  const result = new PySet(baseType(self.cls));
  if (isAnySet(other)) {
    return other.size > self.size
      ? select(ts, self, other, true, result)
      : select(ts, other, self, true, result);
  }
  const done = iterate(ts, other, (item) => {
    const low = hashKey(ts, item);
    if (low === null) return null;
    const high = hashHigh;
    const found = self.hasHashed(ts, item, low, high);
    if (found === null) return null;
    if (!found) return true;
    if (result.addHashed(ts, item, low, high) === null) return null;
    // Nothing more can be in common: the rest of the iterable is not even looked at.
    return result.size >= self.size ? "stop" : true;
  });
  return done === null ? null : result;
}

/** `self - other`; `other` may be any iterable. */
export function difference(ts: ThreadState, self: PySet, other: Value): Result<PySet> {
  const exactDict = typeOf(other) === DictType;
  if (!isAnySet(other) && !exactDict) return copyAndRemove(ts, self, other);
  const size = (other as PySet | PyDict).size;
  if (Math.floor(self.size / 4) > size) return copyAndRemove(ts, self, other);
  const result = new PySet(baseType(self.cls));
  if (!exactDict) return select(ts, self, other as PySet, false, result);
  const dict = other as PyDict;
  for (let slot = self.nextSlot(0); slot >= 0; slot = self.nextSlot(slot + 1)) {
    const key = self.table[slot] as Value;
    const low = self.slotHash(slot);
    const high = hashHigh;
    const found = dict.findKnown(ts, key, low, high);
    if (found === null) return null;
    if (found < 0 && result.addHashed(ts, key, low, high) === null) return null;
  }
  return result;
}

function copyAndRemove(ts: ThreadState, self: PySet, other: Value): Result<PySet> {
  const result = copySet(ts, self);
  return result === null || removeAll(ts, result, other) === null ? null : result;
}

/** `self -= other`; `other` may be any iterable. */
export function removeAll(ts: ThreadState, self: PySet, other: Value): Status {
  if (self === other) {
    self.clear();
    return true;
  }
  if (isAnySet(other)) {
    let from: PySet = other;
    if (Math.floor(other.size / 8) > self.size) {
      const common = intersection(ts, self, other);
      if (common === null) return null;
      from = common;
    }
    for (let slot = from.nextSlot(0); slot >= 0; slot = from.nextSlot(slot + 1)) {
      const low = from.slotHash(slot);
      if (self.deleteHashed(ts, from.table[slot] as Value, low, hashHigh) === null) return null;
    }
  } else {
    const done = iterate(ts, other, (item) => (self.delete(ts, item) === null ? null : true));
    if (done === null) return null;
  }
  self.shrink();
  return true;
}

/** Takes out of `self` what it shares with `other`, and puts in what it lacks. */
function toggle(ts: ThreadState, self: PySet, key: Value, low: number, high: number): Status {
  const removed = self.deleteHashed(ts, key, low, high);
  if (removed === null) return null;
  return removed ? true : self.addHashed(ts, key, low, high);
}

function toggleSet(ts: ThreadState, self: PySet, other: PySet): Status {
  for (let slot = other.nextSlot(0); slot >= 0; slot = other.nextSlot(slot + 1)) {
    const low = other.slotHash(slot);
    if (toggle(ts, self, other.table[slot] as Value, low, hashHigh) === null) return null;
  }
  return true;
}

/** `self ^= other`; `other` may be any iterable. */
export function toggleAll(ts: ThreadState, self: PySet, other: Value): Status {
  if (self === other) {
    self.clear();
    return true;
  }
  if (typeOf(other) === DictType) {
    const dict = other as PyDict;
    for (let entry = dict.nextIndex(0); entry >= 0; entry = dict.nextIndex(entry + 1)) {
      const low = dict.entryHash(ts, entry);
      if (low === null) return null;
      if (toggle(ts, self, dict.keys[entry] as Value, low, hashHigh) === null) return null;
    }
    return true;
  }
  if (isAnySet(other)) return toggleSet(ts, self, other);
  // What an iterable gives twice counts once.
  const set = new PySet(baseType(self.cls));
  return updateSet(ts, set, other) === null ? null : toggleSet(ts, self, set);
}

/** `self ^ other`; `other` may be any iterable. */
export function symmetricDifference(ts: ThreadState, self: PySet, other: Value): Result<PySet> {
  const result = new PySet(baseType(self.cls));
  if (updateSet(ts, result, other) === null) return null;
  return toggleSet(ts, result, self) === null ? null : result;
}

/** `self <= other` for any iterable. */
export function isSubset(ts: ThreadState, self: PySet, other: Value): Result<boolean> {
  if (!isAnySet(other)) {
    const common = intersection(ts, self, other);
    return common === null ? null : common.size === self.size;
  }
  if (self.size > other.size) return false;
  for (let slot = self.nextSlot(0); slot >= 0; slot = self.nextSlot(slot + 1)) {
    const low = self.slotHash(slot);
    const found = other.hasHashed(ts, self.table[slot] as Value, low, hashHigh);
    if (found === null || !found) return found;
  }
  return true;
}

/** `self >= other` for any iterable. */
export function isSuperset(ts: ThreadState, self: PySet, other: Value): Result<boolean> {
  if (isAnySet(other)) return isSubset(ts, other, self);
  let all = true;
  const done = iterate(ts, other, (item) => {
    const found = self.has(ts, item);
    if (found === null) return null;
    all = found;
    return found ? true : "stop";
  });
  return done === null ? null : all;
}

/** Have the set and an iterable no element in common? */
export function isDisjoint(ts: ThreadState, self: PySet, other: Value): Result<boolean> {
  if (self === other) return self.size === 0;
  if (isExactSet(other)) {
    const [from, container] = other.size > self.size ? [self, other] : [other, self];
    for (let slot = from.nextSlot(0); slot >= 0; slot = from.nextSlot(slot + 1)) {
      const low = from.slotHash(slot);
      const found = container.hasHashed(ts, from.table[slot] as Value, low, hashHigh);
      if (found === null) return null;
      if (found) return false;
    }
    return true;
  }
  let disjoint = true;
  const done = iterate(ts, other, (item) => {
    const found = self.has(ts, item);
    if (found === null) return null;
    disjoint = !found;
    return found ? "stop" : true;
  });
  return done === null ? null : disjoint;
}
