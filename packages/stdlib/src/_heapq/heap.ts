import {
  CompareOp,
  compareBool,
  IndexErrorType,
  isList,
  type PyList,
  type Result,
  RuntimeErrorType,
  raise,
  type Status,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
} from "@adder/objects";

/*
 * Heaps in lists (CPython `Modules/_heapqmodule.c`), smallest item first, or largest first where `max` is
 * true. Comparisons run Python code that may change the list, so its items are read again after each.
 */

/** Must `a` come before `b`? */
function before(ts: ThreadState, a: Value, b: Value, max: boolean): Result<boolean> {
  return max ? compareBool(ts, b, a, CompareOp.LT) : compareBool(ts, a, b, CompareOp.LT);
}

const changed = (ts: ThreadState): null => raise(ts, RuntimeErrorType, "list changed size during iteration");
const outOfRange = (ts: ThreadState): null => raise(ts, IndexErrorType, "index out of range");

/** Moves the item at `position` towards `start` until its parent need not come after it. */
function towardsRoot(ts: ThreadState, heap: PyList, start: number, position: number, max: boolean): Status {
  const size = heap.items.length;
  if (position >= size) return outOfRange(ts);
  let at = position;
  while (at > start) {
    const parent = (at - 1) >> 1;
    const first = before(ts, heap.items[at], heap.items[parent], max);
    if (first === null) return null;
    const { items } = heap;
    if (items.length !== size) return changed(ts);
    if (!first) break;
    const item = items[at];
    items[at] = items[parent];
    items[parent] = item;
    at = parent;
  }
  return true;
}

/** Sinks the item at `position` to a leaf, and lets it rise again to where it belongs. */
function fromRoot(ts: ThreadState, heap: PyList, position: number, max: boolean): Status {
  const size = heap.items.length;
  if (position >= size) return outOfRange(ts);
  const limit = size >> 1;
  let at = position;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < size) {
      const first = before(ts, heap.items[child], heap.items[child + 1], max);
      if (first === null) return null;
      if (!first) child++;
      if (heap.items.length !== size) return changed(ts);
    }
    const { items } = heap;
    const item = items[child];
    items[child] = items[at];
    items[at] = item;
    at = child;
  }
  return towardsRoot(ts, heap, position, at, max);
}

/** The list argument of a function. */
export function heapArgument(ts: ThreadState, fname: string, which: string, v: Value): Result<PyList> {
  if (isList(v)) return v;
  return raise(ts, TypeErrorType, `${fname}() argument ${which}must be list, not ${typeName(v)}`);
}

/** Adds an item. */
export function push(ts: ThreadState, heap: PyList, item: Value, max: boolean): Status {
  heap.items.push(item);
  return towardsRoot(ts, heap, 0, heap.items.length - 1, max);
}

/** Removes the first item. Raises IndexError for an empty heap. */
export function pop(ts: ThreadState, heap: PyList, max: boolean): Result<Value> {
  const last = heap.items.pop();
  if (last === undefined) return outOfRange(ts);
  return heap.items.length === 0 ? last : replace(ts, heap, last, max);
}

/** Puts an item in the place of the first one, which it returns. Raises IndexError for an empty heap. */
export function replace(ts: ThreadState, heap: PyList, item: Value, max: boolean): Result<Value> {
  const { items } = heap;
  if (items.length === 0) return outOfRange(ts);
  const first = items[0];
  items[0] = item;
  return fromRoot(ts, heap, 0, max) === null ? null : first;
}

/** Adds an item and removes the first one. */
export function pushPop(ts: ThreadState, heap: PyList, item: Value, max: boolean): Result<Value> {
  if (heap.items.length === 0) return item;
  const useful = before(ts, heap.items[0], item, max);
  if (useful === null) return null;
  return useful ? replace(ts, heap, item, max) : item;
}

/** Makes any list a heap. */
export function heapify(ts: ThreadState, heap: PyList, max: boolean): Status {
  for (let i = (heap.items.length >> 1) - 1; i >= 0; i--)
    if (fromRoot(ts, heap, i, max) === null) return null;
  return true;
}
