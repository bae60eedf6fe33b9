import { FloatType, TupleType } from "../../core/builtin-types.js";
import type { Value } from "../../core/object.js";
import type { PyFloat } from "../float/py-float.js";
import type { PyTuple } from "../tuple/py-tuple.js";

/*
 * Sorting of keys whose comparison nobody can observe: numbers, strs, and tuples of such. Each key gets a
 * number that orders it, or nearly does (the first characters of a str, the first item of a tuple); what is
 * sorted are these numbers, in typed arrays, with a look at the keys themselves where two numbers are equal.
 */

/** What all keys, or all items in one place of the keys, are. */
export const Kind = { OTHER: 0, INT: 1, STR: 2, FLOAT: 3 } as const;
/** One of {@link Kind}. */
export type Kind = 0 | 1 | 2 | 3;

/** Orders two keys whose numbers are equal, by their indices. */
type TieBreak = (i: number, j: number) => boolean;

/** Longest tuples that are looked at. */
const MAX_COLUMNS = 8;
/** Stretches up to this length are sorted by insertion. */
const RUN = 16;

/**
 * The order of the keys: a stable permutation of their indices. `null` when comparing them could run Python
 * code, raise, or depend on the algorithm (NaN).
 */
export function sortedOrder(keys: readonly Value[]): Uint32Array | null {
  const kind = commonKind(keys);
  if (kind !== Kind.OTHER) {
    return sortByNumber(orderNumbers(keys, kind), kind === Kind.STR ? (i, j) => keys[i] < keys[j] : null);
  }
  return sortedTuples(keys);
}

/** The kind that all values have in common. */
export function commonKind(values: readonly Value[]): Kind {
  const kind = kindOf(values[0]);
  if (kind === Kind.OTHER) return kind;
  for (let i = 1; i < values.length; i++) if (kindOf(values[i]) !== kind) return Kind.OTHER;
  return kind;
}

function kindOf(value: Value): Kind {
  switch (typeof value) {
    case "number":
      return Kind.INT;
    case "string":
      return Kind.STR;
    case "object": {
      if (value.cls !== FloatType) return Kind.OTHER;
      return Number.isNaN((value as PyFloat).value) ? Kind.OTHER : Kind.FLOAT;
    }
    default:
      return Kind.OTHER;
  }
}

function orderNumbers(values: readonly Value[], kind: Kind): Float64Array {
  const numbers = new Float64Array(values.length);
  switch (kind) {
    case Kind.INT:
      for (let i = 0; i < values.length; i++) numbers[i] = values[i] as number;
      break;
    case Kind.FLOAT:
      for (let i = 0; i < values.length; i++) numbers[i] = (values[i] as PyFloat).value;
      break;
    default:
      orderStrs(values, numbers);
  }
  return numbers;
}

/** Numbers for strs: their first characters as digits, as many as a double holds exactly. */
function orderStrs(values: readonly Value[], numbers: Float64Array): void {
  let max = 0;
  for (let i = 0; i < values.length; i++) {
    const text = values[i] as string;
    for (let j = 0; j < 7 && j < text.length; j++) max = Math.max(max, text.charCodeAt(j));
  }
  const digits = max < 128 ? 7 : max < 256 ? 6 : 3;
  // One digit more than characters: zero stands for the end of the str, which comes before U+0000.
  const base = max < 128 ? 129 : max < 256 ? 257 : 65537;
  for (let i = 0; i < values.length; i++) {
    const text = values[i] as string;
    let number = 0;
    for (let j = 0; j < digits; j++) number = number * base + (j < text.length ? text.charCodeAt(j) + 1 : 0);
    numbers[i] = number;
  }
}

/** Tuples of one length, with items of one kind in each place. */
function sortedTuples(keys: readonly Value[]): Uint32Array | null {
  const columns: Value[][] = [];
  let width = -1;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== "object" || key.cls !== TupleType) return null;
    const { items } = key as PyTuple;
    if (width < 0) {
      width = items.length;
      if (width === 0 || width > MAX_COLUMNS) return null;
      for (let c = 0; c < width; c++) columns.push([]);
    }
    if (items.length !== width) return null;
    for (let c = 0; c < width; c++) columns[c].push(items[c]);
  }
  const kinds = columns.map(commonKind);
  if (kinds.includes(Kind.OTHER)) return null;
  const numbers = columns.map((column, c) => orderNumbers(column, kinds[c]));
  return sortByNumber(numbers[0], (i, j) => {
    for (let c = 0; c < columns.length; c++) {
      const a = numbers[c][i];
      const b = numbers[c][j];
      if (a !== b) return a < b;
      if (kinds[c] !== Kind.STR) continue;
      const s = columns[c][i] as string;
      const t = columns[c][j] as string;
      if (s !== t) return s < t;
    }
    return false;
  });
}

/** A stable order of indices by their numbers, then by `tie`. */
function sortByNumber(numbers: Float64Array, tie: TieBreak | null): Uint32Array {
  const n = numbers.length;
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  if (isSorted(numbers, tie)) return order;
  for (let start = 0; start < n; start += RUN)
    insertionSort(numbers, order, start, Math.min(start + RUN, n), tie);
  let target = new Uint32Array(n);
  for (let width = RUN; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      merge(numbers, order, target, start, Math.min(start + width, n), Math.min(start + 2 * width, n), tie);
    }
    [order, target] = [target, order];
  }
  return order;
}

function isSorted(numbers: Float64Array, tie: TieBreak | null): boolean {
  for (let i = 1; i < numbers.length; i++) {
    if (numbers[i] < numbers[i - 1]) return false;
    if (tie !== null && numbers[i] === numbers[i - 1] && tie(i, i - 1)) return false;
  }
  return true;
}

function insertionSort(
  numbers: Float64Array,
  order: Uint32Array,
  start: number,
  end: number,
  tie: TieBreak | null,
): void {
  for (let i = start + 1; i < end; i++) {
    const index = order[i];
    const number = numbers[index];
    let j = i;
    for (; j > start; j--) {
      const other = order[j - 1];
      const less = numbers[other];
      if (number < less || (tie !== null && number === less && tie(index, other))) order[j] = other;
      else break;
    }
    order[j] = index;
  }
}

/** Merges `from[start:middle]` and `from[middle:end]` into `to`. */
function merge(
  numbers: Float64Array,
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
  tie: TieBreak | null,
): void {
  let a = start;
  let b = middle;
  let i = start;
  while (a < middle && b < end) {
    const left = from[a];
    const right = from[b];
    const x = numbers[left];
    const y = numbers[right];
    if (y < x || (tie !== null && y === x && tie(right, left))) {
      to[i++] = right;
      b++;
    } else {
      to[i++] = left;
      a++;
    }
  }
  while (a < middle) to[i++] = from[a++];
  while (b < end) to[i++] = from[b++];
}
