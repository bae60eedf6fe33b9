import { compareNumbers } from "../../core/compare.js";
import { raise, raiseWith } from "../../core/errors.js";
import { compare, equals } from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { MemoryErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { boundArgument } from "../slice/indices.js";
import { type Str, strFromJs } from "../str/py-str.js";
import { joinStr } from "../str/text.js";

/*
 * What list and tuple have in common. Items are read through the owner each time, and the length of a list
 * is looked at after each comparison: Python code that runs in between may change it.
 */

/** Something with items: a list or a tuple. */
export interface ItemsOwner {
  readonly items: readonly Value[];
}

/** Items that an array may have: the longest that V8 keeps in one piece, less some room. */
export const MAX_ITEMS = 134_000_000;

/** Most items of an array that grows one by one: when it is full the host makes room for half as many more. */
export const MAX_GROWN_ITEMS = 112_000_000;

/** Raises MemoryError. */
export function outOfMemory(ts: ThreadState): null {
  return raiseWith(ts, MemoryErrorType, []);
}

/** `count` times the items, a fresh array. The caller has checked the size. */
export function repeatItems(items: readonly Value[], count: number): Value[] {
  if (count <= 0 || items.length === 0) return [];
  if (items.length * count < 32) {
    const out: Value[] = [];
    for (let n = 0; n < count; n++) for (let i = 0; i < items.length; i++) out.push(items[i]);
    return out;
  }
  // Concatenation keeps the array packed, and copies in large blocks.
  let block = items.slice();
  let copies = 1;
  while (copies * 32 < count) {
    block = block.concat(block);
    copies *= 2;
  }
  const blocks: Value[][] = [];
  let done = copies;
  for (; done + copies <= count; done += copies) blocks.push(block);
  if (done < count) blocks.push(block.slice(0, (count - done) * items.length));
  return block.concat(...blocks);
}

/** Is the size of a repetition one that memory can hold? */
export function canRepeat(items: readonly Value[], count: number): boolean {
  return count <= 0 || items.length * count <= MAX_ITEMS;
}

/** First index in `[start, stop)` of an item that is or equals `value`, -1 if there is none. */
export function indexOfItem(
  ts: ThreadState,
  owner: ItemsOwner,
  value: Value,
  start: number,
  stop: number,
): Result<number> {
  for (let i = start; i < stop && i < owner.items.length; i++) {
    const item = owner.items[i];
    if (item === value) return i;
    if (!mayEqual(item, value)) continue;
    const same = equals(ts, item, value);
    if (same === null) return null;
    if (same) return i;
  }
  return -1;
}

/** `index(value, start=0, stop=sys.maxsize)` of a type. */
export const indexMethod =
  (type: string) =>
  (
    ts: ThreadState,
    self: ItemsOwner,
    value: Value,
    startValue: Value | undefined,
    stopValue: Value | undefined,
  ): Result<Value> => {
    const start = boundArgument(ts, startValue, 0);
    if (start === null) return null;
    const stop = boundArgument(ts, stopValue, Number.MAX_SAFE_INTEGER);
    if (stop === null) return null;
    const n = self.items.length;
    const at = indexOfItem(ts, self, value, cutBound(start, n), cutBound(stop, n));
    if (at === null) return null;
    return at >= 0 ? at : raise(ts, ValueErrorType, `${type}.index(x): x not in ${type}`);
  };

/** Number of items that are or equal `value`. */
export function countItem(ts: ThreadState, owner: ItemsOwner, value: Value): Result<number> {
  let count = 0;
  for (let i = 0; i < owner.items.length; i++) {
    const item = owner.items[i];
    if (item === value) {
      count++;
      continue;
    }
    if (!mayEqual(item, value)) continue;
    const same = equals(ts, item, value);
    if (same === null) return null;
    if (same) count++;
  }
  return count;
}

/** Can two values that are not `===` be equal? Two ints or strs cannot. */
function mayEqual(a: Value, b: Value): boolean {
  return typeof a === "object" || typeof b === "object" || typeof a === "boolean" || typeof b === "boolean";
}

/** Start and stop of a search, counted from the end when negative, as `index()` cuts them. */
export function cutBound(bound: number, length: number): number {
  if (bound >= 0) return bound;
  return Math.max(0, bound + length);
}

/** Lexicographic comparison (CPython `list_richcompare`, `tuplerichcompare`). */
export function compareItems(ts: ThreadState, a: ItemsOwner, b: ItemsOwner, op: CompareOp): Result<Value> {
  let i = 0;
  for (; i < a.items.length && i < b.items.length; i++) {
    const x = a.items[i];
    const y = b.items[i];
    if (x === y) continue;
    const same = mayEqual(x, y) ? equals(ts, x, y) : false;
    if (same === null) return null;
    if (same) continue;
    // The comparison may have shortened a list: then there is nothing to compare here any more.
    if (i >= a.items.length || i >= b.items.length) break;
    if (op === CompareOp.EQ) return false;
    if (op === CompareOp.NE) return true;
    return compare(ts, a.items[i], b.items[i], op);
  }
  return compareNumbers(a.items.length, b.items.length, op);
}

/** The reprs of the items, with `, ` between them. */
export function reprItems(ts: ThreadState, owner: ItemsOwner, open: string, close: string): Result<Str> {
  let plain = open;
  const parts: Str[] = [];
  let wide = false;
  for (let i = 0; i < owner.items.length; i++) {
    const text = repr(ts, owner.items[i]);
    if (text === null) return null;
    if (i > 0) plain += ", ";
    if (typeof text === "string" && !wide) {
      plain += text;
    } else {
      // From here on a plain JavaScript string cannot hold the text: collect pieces.
      wide = true;
      parts.push(plain, text);
      plain = "";
    }
  }
  plain += close;
  if (!wide) return plain;
  parts.push(plain);
  return joinStr(parts, "");
}

/** Is the repr of this object being made already? */
export function isInRepr(ts: ThreadState, v: PyObject): boolean {
  return ts.reprStack.length > 0 && ts.reprStack.includes(v);
}

/** A str from literal text and a str. */
export function wrapStr(before: string, text: Str, after: string): Str {
  return typeof text === "string"
    ? before + text + after
    : joinStr([strFromJs(before), text, strFromJs(after)], "");
}
