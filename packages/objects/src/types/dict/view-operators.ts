import { SetType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { equals } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { contains, iterate, length } from "../../core/protocols.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { DictItemsType, DictKeysType } from "../iterators/iterator-types.js";
import { NotImplemented } from "../none/singletons.js";
import { PySet } from "../set/py-set.js";
import { isAnySet, isExactSet, updateSet } from "../set/update.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { hashHigh } from "./key-hash.js";
import { isSetView, itemsContain, keysContain, type PyDictView, pairsOf } from "./views.js";

/** A set of what an operand holds, whichever operand the view is (CPython `dictviews_to_set`). */
function toSet(ts: ThreadState, operand: Value): Result<PySet> {
  const set = new PySet(SetType);
  const source = typeOf(operand) === DictKeysType ? (operand as PyDictView).dict : operand;
  return updateSet(ts, set, source) === null ? null : set;
}

/** `a - b` where one is a view. */
export function viewSub(ts: ThreadState, left: Value, right: Value): Result<Value> {
  const result = toSet(ts, left);
  if (result === null) return null;
  return callMethod(ts, result, "difference_update", [right]) === null ? null : result;
}

/** `a | b` where one is a view. */
export function viewOr(ts: ThreadState, left: Value, right: Value): Result<Value> {
  const result = toSet(ts, left);
  if (result === null) return null;
  return updateSet(ts, result, right) === null ? null : result;
}

/** `a ^ b` where one is a view. */
export function viewXor(ts: ThreadState, left: Value, right: Value): Result<Value> {
  if (typeOf(left) === DictItemsType && typeOf(right) === DictItemsType) {
    return itemsXor(ts, left as PyDictView, right as PyDictView);
  }
  const result = toSet(ts, left);
  if (result === null) return null;
  return callMethod(ts, result, "symmetric_difference_update", [right]) === null ? null : result;
}

/** Items that are in one of two dicts, compared without hashing values that are in both. */
function itemsXor(ts: ThreadState, left: PyDictView, right: PyDictView): Result<Value> {
  let small = left.dict;
  let large = right.dict;
  if (small.size > large.size) [small, large] = [large, small];
  const rest = small.copy();
  const result = new PySet(SetType);
  for (let entry = large.nextIndex(0); entry >= 0; entry = large.nextIndex(entry + 1)) {
    const key = large.keys[entry] as Value;
    const value = large.values[entry] as Value;
    const low = large.entryHash(ts, entry);
    if (low === null) return null;
    const found = rest.findKnown(ts, key, low, hashHigh);
    if (found === null) return null;
    const same = found < 0 ? false : equals(ts, rest.values[found] as Value, value);
    if (same === null) return null;
    if (same) rest.removeEntry(found);
    else if (result.add(ts, new PyTuple([key, value])) === null) return null;
  }
  for (const pair of pairsOf(rest)) if (result.add(ts, pair) === null) return null;
  return result;
}

/** `a & b` where one is a view (CPython `_PyDictView_Intersect`). */
export function viewAnd(ts: ThreadState, left: Value, right: Value): Result<Value> {
  let [self, other] = isSetView(left) ? [left, right] : [right as PyDictView, left];
  if (typeOf(other) === SetType && self.dict.size <= (other as PySet).size) {
    return callMethod(ts, other, "intersection", [self]);
  }
  if (isSetView(other) && other.dict.size > self.dict.size) [self, other] = [other, self];
  const holds = typeOf(self) === DictKeysType ? keysContain : itemsContain;
  const view = self;
  const result = new PySet(SetType);
  const done = iterate(ts, other, (item) => {
    const found = holds(ts, view, item);
    if (found === null) return null;
    return found ? result.add(ts, item) : true;
  });
  return done === null ? null : result;
}

/** `view.isdisjoint(other)`. */
export function viewIsDisjoint(ts: ThreadState, view: PyDictView, iterable: Value): Result<Value> {
  if (view === iterable) return view.dict.size === 0;
  let self: Value = view;
  let other = iterable;
  if (isExactSet(other) || isSetView(other)) {
    const size = isSetView(other) ? other.dict.size : other.size;
    if (size > view.dict.size) [self, other] = [other, self];
  }
  const container = self;
  let disjoint = true;
  const done = iterate(ts, other, (item) => {
    const found = contains(ts, container, item);
    if (found === null) return null;
    if (!found) return true;
    disjoint = false;
    return "stop";
  });
  return done === null ? null : disjoint;
}

/** Comparison of a view of keys or items with a set or another such view. */
export function viewCompare(ts: ThreadState, self: PyDictView, other: Value, op: CompareOp): Result<Value> {
  if (!isAnySet(other) && !isSetView(other)) return NotImplemented;
  const mine = self.dict.size;
  const theirs = length(ts, other);
  if (theirs === null) return null;
  switch (op) {
    case CompareOp.EQ:
      return mine === theirs && allContained(ts, self, other);
    case CompareOp.NE: {
      const same = mine === theirs ? allContained(ts, self, other) : false;
      return same === null ? null : !same;
    }
    case CompareOp.LT:
      return mine < theirs && allContained(ts, self, other);
    case CompareOp.LE:
      return mine <= theirs && allContained(ts, self, other);
    case CompareOp.GT:
      return mine > theirs && allContained(ts, other, self);
    default:
      return mine >= theirs && allContained(ts, other, self);
  }
}

function allContained(ts: ThreadState, items: Value, container: Value): Result<boolean> {
  let all = true;
  const done = iterate(ts, items, (item) => {
    const found = contains(ts, container, item);
    if (found === null) return null;
    all = found;
    return found ? true : "stop";
  });
  return done === null ? null : all;
}
