import { ListType, SliceType, TupleType } from "../../core/builtin-types.js";
import { clearPending, pendingMatches, raise, typeName } from "../../core/errors.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import { getIter, toArray } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import { IndexErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { type SliceRange, unpackSlice } from "../slice/indices.js";
import type { PySlice } from "../slice/py-slice.js";
import { PyList } from "./py-list.js";

/** The items that a slice selects, a fresh array. */
export function slicedItems(items: readonly Value[], { start, step, count }: SliceRange): Value[] {
  if (step === 1) return items.slice(start, start + count);
  const out: Value[] = [];
  for (let i = start, n = 0; n < count; n++, i += step) out.push(items[i]);
  return out;
}

/** `list[key]`. */
export function listSubscript(ts: ThreadState, self: PyList, key: Value): Result<Value> {
  let index: number;
  if (typeof key === "number") {
    index = key;
  } else if (typeOf(key).nb_index !== null) {
    const given = toSize(ts, key);
    if (given === null) return null;
    index = given;
  } else if (typeOf(key) === SliceType) {
    const range = unpackSlice(ts, key as PySlice);
    return range === null ? null : new PyList(slicedItems(self.items, range.adjust(self.items.length)));
  } else {
    return badIndex(ts, key);
  }
  const { items } = self;
  if (index < 0) index += items.length;
  if (index < 0 || index >= items.length) return raise(ts, IndexErrorType, "list index out of range");
  return items[index];
}

function badIndex(ts: ThreadState, key: Value): null {
  return raise(ts, TypeErrorType, `list indices must be integers or slices, not ${typeName(key)}`);
}

/** `list[key] = value`, or `del list[key]` without a value. */
export function listAssSubscript(
  ts: ThreadState,
  self: PyList,
  key: Value,
  value: Value | undefined,
): Status {
  let index: number;
  if (typeof key === "number") {
    index = key;
  } else if (typeOf(key).nb_index !== null) {
    const given = toSize(ts, key);
    if (given === null) return null;
    index = given;
  } else if (typeOf(key) === SliceType) {
    return value === undefined
      ? deleteSlice(ts, self, key as PySlice)
      : assignSlice(ts, self, key as PySlice, value);
  } else {
    return badIndex(ts, key);
  }
  if (index < 0) index += self.items.length;
  return listAssItem(ts, self, index, value);
}

/** Sets or deletes the item at an index that is not counted from the end. */
export function listAssItem(ts: ThreadState, self: PyList, index: number, value: Value | undefined): Status {
  const { items } = self;
  if (index < 0 || index >= items.length)
    return raise(ts, IndexErrorType, "list assignment index out of range");
  if (value !== undefined) items[index] = value;
  else removeAt(self, index);
  return true;
}

/** Removes the item at an index within bounds. */
export function removeAt(self: PyList, index: number): void {
  const { items } = self;
  if (items.length === 1) {
    // A fresh array tells list.sort that the list was changed, even if it is empty again.
    self.items = [];
  } else if (index === items.length - 1) {
    items.pop();
  } else if (index === 0) {
    items.shift();
  } else {
    items.splice(index, 1);
  }
}

function deleteSlice(ts: ThreadState, self: PyList, slice: PySlice): Status {
  const range = unpackSlice(ts, slice);
  if (range === null) return null;
  const { items } = self;
  let { start, step, count } = range.adjust(items.length);
  if (count === 0) return true;
  if (step === 1 && count < items.length) {
    items.splice(start, count);
    return true;
  }
  if (step < 0) {
    start += step * (count - 1);
    step = -step;
  }
  const kept: Value[] = [];
  let next = start;
  const end = start + step * (count - 1);
  for (let i = 0; i < items.length; i++) {
    if (i === next && i <= end) next += step;
    else kept.push(items[i]);
  }
  self.items = kept;
  return true;
}

function assignSlice(ts: ThreadState, self: PyList, slice: PySlice, value: Value): Status {
  const range = unpackSlice(ts, slice);
  if (range === null) return null;
  if (range.step === 1) {
    range.adjust(self.items.length);
    const items = iterableItems(ts, self, value);
    if (items === null) return null;
    // Taking the items may have run Python code that made the list shorter.
    const start = Math.min(range.start, self.items.length);
    replace(self, start, Math.max(start, Math.min(range.stop, self.items.length)), items);
    return true;
  }
  const items = iterableItems(ts, self, value);
  if (items === null) return null;
  const { start, step, count } = range.adjust(self.items.length);
  if (items.length !== count) {
    const sizes = `sequence of size ${items.length} to extended slice of size ${count}`;
    return raise(ts, ValueErrorType, `attempt to assign ${sizes}`);
  }
  for (let i = start, n = 0; n < count; n++, i += step) self.items[i] = items[n];
  return true;
}

/** The items to assign, a fresh array. */
function iterableItems(ts: ThreadState, self: PyList, value: Value): Result<Value[]> {
  const type = typeOf(value);
  if (value === self || type === ListType || type === TupleType) return (value as PyList).items.slice();
  const it = getIter(ts, value);
  if (it === null) {
    if (!pendingMatches(ts, TypeErrorType)) return null;
    clearPending(ts);
    return raise(ts, TypeErrorType, "must assign iterable to extended slice");
  }
  return toArray(ts, it);
}

/** Puts items in the place of those in `[start, stop)`. */
function replace(self: PyList, start: number, stop: number, items: readonly Value[]): void {
  const old = self.items;
  if (items.length === stop - start) {
    for (let i = 0; i < items.length; i++) old[start + i] = items[i];
    return;
  }
  if (stop === old.length) {
    old.length = start;
    for (let i = 0; i < items.length; i++) old.push(items[i]);
    return;
  }
  if (items.length < 1000) {
    old.splice(start, stop - start, ...items);
    return;
  }
  self.items = old.slice(0, start).concat(items, old.slice(stop));
}
