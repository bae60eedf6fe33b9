import { call } from "../../core/call.js";
import { raise } from "../../core/errors.js";
import { compareBool } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { ValueErrorType } from "../exceptions/exception-types.js";
import { commonKind, Kind, sortedOrder } from "./primitive-sort.js";
import type { PyList } from "./py-list.js";
import { reverseRange, Sorter } from "./timsort.js";

/**
 * `list.sort(key=key, reverse=reverse)`: `key` is `undefined` for none. The list is empty while it is
 * sorted, and gets its items back in any case. Raises ValueError when it was changed meanwhile, and what the
 * key function and `__lt__` raise.
 */
export function sortList(ts: ThreadState, list: PyList, key: Value | undefined, reverse: boolean): Status {
  const items = list.items;
  const placeholder: Value[] = [];
  list.items = placeholder;
  const sorted = sortItems(ts, items, key, reverse);
  const changed = list.items !== placeholder || placeholder.length > 0;
  list.items = items;
  if (sorted !== null && changed) return raise(ts, ValueErrorType, "list modified during sort");
  return sorted;
}

function sortItems(ts: ThreadState, items: Value[], key: Value | undefined, reverse: boolean): Status {
  let keys = items;
  if (key !== undefined) {
    const made = makeKeys(ts, items, key);
    if (made === null) return null;
    keys = made;
  }
  if (items.length < 2) return true;
  if (keys === items && commonKind(items) === Kind.INT) {
    sortNumbers(items as number[], reverse);
    return true;
  }
  // Reversed before and after, equal items keep their order.
  if (reverse) {
    reverseRange(items, 0, items.length);
    if (keys !== items) reverseRange(keys, 0, keys.length);
  }
  const order = sortedOrder(keys);
  const done =
    order === null
      ? new Sorter(keys, keys === items ? null : items, (x, y) => less(ts, x, y)).sort()
      : permute(items, order);
  if (reverse) reverseRange(items, 0, items.length);
  return done ? true : null;
}

function permute(items: Value[], order: Uint32Array): true {
  const old = items.slice();
  for (let i = 0; i < old.length; i++) items[i] = old[order[i]];
  return true;
}

function makeKeys(ts: ThreadState, items: readonly Value[], key: Value): Result<Value[]> {
  const keys: Value[] = [];
  for (let i = 0; i < items.length; i++) {
    const made = call(ts, key, [items[i]]);
    if (made === null) return null;
    keys.push(made);
  }
  return keys;
}

/** Equal numbers cannot be told apart, so any algorithm will do: the host's own, over machine words. */
function sortNumbers(items: number[], reverse: boolean): void {
  let small = true;
  for (let i = 0; small && i < items.length; i++) small = (items[i] | 0) === items[i];
  const words = small ? new Int32Array(items.length) : new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) words[i] = items[i];
  words.sort();
  if (reverse) words.reverse();
  for (let i = 0; i < items.length; i++) items[i] = words[i];
}

function less(ts: ThreadState, a: Value, b: Value): -1 | 0 | 1 {
  const result = compareBool(ts, a, b, CompareOp.LT);
  return result === null ? -1 : result ? 1 : 0;
}
