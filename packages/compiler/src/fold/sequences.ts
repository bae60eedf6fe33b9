import type { Constant } from "@adder/bytecode";
import { codePointsOf, type IntConstant, isInt, isStr, lengthOf, makeStr, tagOf } from "./kinds.js";

/** Limits on what is computed at compile time (CPython `Python/flowgraph.c`). */
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

type Tuple = Extract<Constant, { type: "tuple" }>;
type Bytes = Extract<Constant, { type: "bytes" }>;
type Slice = Extract<Constant, { type: "slice" }>;

function isTuple(value: Constant): value is Tuple {
  return tagOf(value) === "tuple";
}

function isBytes(value: Constant): value is Bytes {
  return tagOf(value) === "bytes";
}

/** What is left of a number of items after those of a tuple and its tuples; negative when there are more. */
function complexity(value: Constant, limit: number): number {
  if (!isTuple(value)) return limit;
  limit -= value.items.length;
  for (const item of value.items) {
    if (limit < 0) break;
    limit = complexity(item, limit);
  }
  return limit;
}

/** `left + right` of two sequences of one type. */
export function concatenate(left: Constant, right: Constant): Constant | undefined {
  if (isStr(left) && isStr(right)) {
    if (typeof left === "string" && typeof right === "string") return left + right;
    return makeStr([...codePointsOf(left), ...codePointsOf(right)]);
  }
  if (isBytes(left) && isBytes(right)) {
    const value = new Uint8Array(left.value.length + right.value.length);
    value.set(left.value);
    value.set(right.value, left.value.length);
    return { type: "bytes", value };
  }
  if (isTuple(left) && isTuple(right)) return { type: "tuple", items: [...left.items, ...right.items] };
  return undefined;
}

/** `sequence * times`; undefined when the result would be large. */
export function repeat(sequence: Constant, times: IntConstant): Constant | undefined {
  const size = lengthOf(sequence);
  const tuple = isTuple(sequence);
  if (!tuple && !isStr(sequence) && !isBytes(sequence)) return undefined;
  const count = Number(times);
  if (size > 0) {
    const limit = tuple ? MAX_COLLECTION_SIZE : MAX_STR_SIZE;
    if (count < 0 || count > Math.floor(limit / size)) return undefined;
    if (tuple && count > 0 && complexity(sequence, Math.floor(MAX_TOTAL_ITEMS / count)) < 0) return undefined;
  } else if (!Number.isSafeInteger(count)) {
    return undefined;
  }
  const rounds = size === 0 ? 0 : count;
  if (isTuple(sequence)) return { type: "tuple", items: new Array(rounds).fill(sequence.items).flat(1) };
  if (isBytes(sequence)) {
    const value = new Uint8Array(rounds * size);
    for (let i = 0; i < rounds; i++) value.set(sequence.value, i * size);
    return { type: "bytes", value };
  }
  if (typeof sequence === "string") return sequence.repeat(rounds);
  return makeStr(new Array(rounds).fill(codePointsOf(sequence as Extract<Constant, { type: "str" }>)).flat());
}

/** The items that a slice of constants picks from `length`; null where Python raises. */
function sliceIndices({ start, stop, step }: Slice, length: number): number[] | null {
  const bound = (value: Constant, missing: number, low: number, high: number): number | null => {
    if (value === null) return missing;
    if (!isInt(value)) return null;
    let index = Number(value);
    if (index < 0) index += length;
    return Math.min(Math.max(index, low), high);
  };
  if (step !== null && !isInt(step)) return null;
  const stride = step === null ? 1 : Number(step);
  if (stride === 0) return null;
  const forward = stride > 0;
  const low = forward ? 0 : -1;
  const high = forward ? length : length - 1;
  const first = bound(start, forward ? 0 : high, low, high);
  const last = bound(stop, forward ? high : low, low, high);
  if (first === null || last === null) return null;
  const indices: number[] = [];
  for (let i = first; forward ? i < last : i > last; i += stride) indices.push(i);
  return indices;
}

/** `sequence[key]`. */
export function subscript(sequence: Constant, key: Constant): Constant | undefined {
  const length = lengthOf(sequence);
  if (length < 0 || tagOf(sequence) === "frozenset") return undefined;
  let indices: number[];
  const slice = tagOf(key) === "slice";
  if (slice) {
    const found = sliceIndices(key as Slice, length);
    if (found === null) return undefined;
    indices = found;
  } else {
    if (!isInt(key)) return undefined;
    let index = Number(key);
    if (index < 0) index += length;
    if (index < 0 || index >= length) return undefined;
    indices = [index];
  }
  if (isTuple(sequence)) {
    const items = indices.map((i) => sequence.items[i]);
    return slice ? { type: "tuple", items } : items[0];
  }
  if (isBytes(sequence)) {
    const { value } = sequence;
    return slice ? { type: "bytes", value: Uint8Array.from(indices, (i) => value[i]) } : value[indices[0]];
  }
  const points = codePointsOf(sequence as string);
  return makeStr(indices.map((i) => points[i]));
}
