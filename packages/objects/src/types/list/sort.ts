import { FloatType, TupleType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { raise } from "../../core/errors.js";
import { compareBool, equals } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { ValueErrorType } from "../exceptions/exception-types.js";
import type { PyFloat } from "../float/py-float.js";
import type { PyTuple } from "../tuple/py-tuple.js";
import type { PyList } from "./py-list.js";
import { type LessThan, reverseRange, Sorter } from "./timsort.js";

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
  const kind = kindOf(keys);
  if (kind === Kind.INT && keys === items) {
    sortNumbers(items as number[], reverse);
    return true;
  }
  // Reversed before and after, equal items keep their order.
  if (reverse) {
    reverseRange(items, 0, items.length);
    if (keys !== items) reverseRange(keys, 0, keys.length);
  }
  const sorter = new Sorter(keys, keys === items ? null : items, lessThan(ts, kind));
  const done = sorter.sort();
  if (reverse) reverseRange(items, 0, items.length);
  return done ? true : null;
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

/** What all keys are. */
const Kind = { OTHER: 0, INT: 1, STR: 2, FLOAT: 3, TUPLE: 4 } as const;
type Kind = 0 | 1 | 2 | 3 | 4;

function kindOf(keys: readonly Value[]): Kind {
  const kind = kindOfOne(keys[0]);
  if (kind === Kind.OTHER) return kind;
  for (let i = 1; i < keys.length; i++) if (kindOfOne(keys[i]) !== kind) return Kind.OTHER;
  return kind;
}

function kindOfOne(key: Value): Kind {
  switch (typeof key) {
    case "number":
      return Kind.INT;
    case "string":
      return Kind.STR;
    case "object":
      return key.cls === FloatType ? Kind.FLOAT : key.cls === TupleType ? Kind.TUPLE : Kind.OTHER;
    default:
      return Kind.OTHER;
  }
}

/** Equal numbers cannot be told apart, so any algorithm will do: the host's own, over machine words. */
function sortNumbers(items: number[], reverse: boolean): void {
  let small = true;
  for (let i = 0; small && i < items.length; i++) small = (items[i] | 0) === items[i];
  const words = small ? Int32Array.from(items) : Float64Array.from(items);
  words.sort();
  if (reverse) words.reverse();
  for (let i = 0; i < items.length; i++) items[i] = words[i];
}

function lessThan(ts: ThreadState, kind: Kind): LessThan {
  switch (kind) {
    case Kind.INT:
    case Kind.STR:
      // Plain strs have no surrogates, so the order of code units is the order of code points.
      return (a, b) => (a < b ? 1 : 0);
    case Kind.FLOAT:
      return (a, b) => ((a as PyFloat).value < (b as PyFloat).value ? 1 : 0);
    case Kind.TUPLE:
      return (a, b) => tupleLess(ts, (a as PyTuple).items, (b as PyTuple).items);
    default:
      return (a, b) => valueLess(ts, a, b);
  }
}

function valueLess(ts: ThreadState, a: Value, b: Value): -1 | 0 | 1 {
  const less = compareBool(ts, a, b, CompareOp.LT);
  return less === null ? -1 : less ? 1 : 0;
}

function tupleLess(ts: ThreadState, a: readonly Value[], b: readonly Value[]): -1 | 0 | 1 {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a[i];
    const y = b[i];
    if (x === y) continue;
    const kind = typeof x;
    if (kind === typeof y && (kind === "number" || kind === "string")) return x < y ? 1 : 0;
    const same = equals(ts, x, y);
    if (same === null) return -1;
    if (!same) return valueLess(ts, x, y);
  }
  return a.length < b.length ? 1 : 0;
}
