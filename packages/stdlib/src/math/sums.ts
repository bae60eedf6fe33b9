import {
  asDouble,
  BinaryOp,
  binaryOp,
  FloatType,
  getIter,
  type Int,
  intAdd,
  intMul,
  iterNext,
  OverflowErrorType,
  PyFloat,
  type Result,
  raise,
  type ThreadState,
  toFloat,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { result as pair, twoProduct, twoSum } from "./double-double.js";

/** `math.fsum`: the correctly rounded sum (Shewchuk's partial sums). Raises OverflowError, ValueError, TypeError. */
export function fsum(ts: ThreadState, _m: Value, iterable: Value): Result<Value> {
  const it = getIter(ts, iterable);
  if (it === null) return null;
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  for (;;) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) break;
    let x = toFloat(item) ?? asDouble(ts, item);
    if (x === null) return null;
    const given = x;
    let n = 0;
    for (let j = 0; j < partials.length; j++) {
      let y = partials[j];
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const sum: number = x + y;
      const rest = y - (sum - x);
      if (rest !== 0) partials[n++] = rest;
      x = sum;
    }
    partials.length = n;
    if (x === 0) continue;
    if (Number.isFinite(x)) partials.push(x);
    else {
      // A special item, or an overflow on the way.
      if (Number.isFinite(given)) return raise(ts, OverflowErrorType, "intermediate overflow in fsum");
      if (!Number.isNaN(given)) infinities += given;
      special += given;
      partials.length = 0;
    }
  }
  if (special !== 0) {
    return Number.isNaN(infinities) ? raise(ts, ValueErrorType, "-inf + inf in fsum") : new PyFloat(special);
  }
  return new PyFloat(roundPartials(partials));
}

/** The sum of partial sums that do not overlap, rounded half to even. */
function roundPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n];
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // Half way between two doubles, what follows decides.
  if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

const isInt = (v: Value): v is Int => typeof v === "number" || typeof v === "bigint";

/** `math.prod`. */
export function prod(ts: ThreadState, _m: Value, iterable: Value, start: Value = 1): Result<Value> {
  const it = getIter(ts, iterable);
  if (it === null) return null;
  let total: Value = start;
  for (;;) {
    const item: Result<Value | undefined> = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) return total;
    if (typeof total === "number" && typeof item === "number") {
      const quick: Int | undefined = intMul(total, item);
      if (quick !== undefined) {
        total = quick;
        continue;
      }
    }
    const next: Result<Value> = binaryOp(ts, BinaryOp.MULTIPLY, total, item);
    if (next === null) return null;
    total = next;
  }
}

/** `math.sumprod`: products of floats are summed with three times a double's precision. */
export function sumprod(ts: ThreadState, _m: Value, p: Value, q: Value): Result<Value> {
  const ps = getIter(ts, p);
  if (ps === null) return null;
  const qs = getIter(ts, q);
  if (qs === null) return null;
  let total: Value = 0;
  let ints = true;
  let floats = true;
  // The triple-length sum of float products.
  let high = 0;
  let low = 0;
  let tiny = 0;
  let used = false;
  for (;;) {
    const a = iterNext(ts, ps);
    if (a === null) return null;
    const b = iterNext(ts, qs);
    if (b === null) return null;
    if ((a === undefined) !== (b === undefined))
      return raise(ts, ValueErrorType, "Inputs are not the same length");
    if (ints) {
      if (a !== undefined && b !== undefined && isInt(a) && isInt(b) && isInt(total)) {
        const term = intMul(a, b);
        if (term !== undefined) {
          total = intAdd(total, term);
          continue;
        }
      }
      ints = false;
    }
    if (floats) {
      const x = a === undefined ? undefined : floatFactor(a, b as Value);
      const y = b === undefined ? undefined : floatFactor(b, a as Value);
      if (x !== undefined && y !== undefined) {
        const r = tripleStep(high, low, tiny, x, y);
        if (Number.isFinite(r.high)) {
          high = r.high;
          low = r.low;
          tiny = r.tiny;
          used = true;
          continue;
        }
      }
      floats = false;
      if (used) {
        twoSum(low, tiny);
        const sum: Result<Value> = binaryOp(ts, BinaryOp.ADD, total, new PyFloat(high + pair[0]));
        if (sum === null) return null;
        total = sum;
        used = false;
        high = 0;
        low = 0;
        tiny = 0;
      }
      floats = a !== undefined;
    }
    if (a === undefined || b === undefined) return total;
    const term = binaryOp(ts, BinaryOp.MULTIPLY, a, b);
    if (term === null) return null;
    const next: Result<Value> = binaryOp(ts, BinaryOp.ADD, total, term);
    if (next === null) return null;
    total = next;
    ints = isInt(total);
  }
}

/** A factor of a float product: a float, or an int beside a float. */
function floatFactor(v: Value, other: Value): number | undefined {
  if (typeOf(v) === FloatType) return (v as PyFloat).value;
  if (!isInt(v) || typeOf(other) !== FloatType) return undefined;
  const x = Number(v);
  return Number.isFinite(x) ? x : undefined;
}

function tripleStep(
  high: number,
  low: number,
  tiny: number,
  x: number,
  y: number,
): { high: number; low: number; tiny: number } {
  twoProduct(x, y);
  const ph = pair[0];
  const pl = Number.isFinite(pair[1]) ? pair[1] : 0;
  twoSum(high, ph);
  const sh = pair[0];
  const sl = pair[1];
  twoSum(low, pl);
  const rh = pair[0];
  const rl = pair[1];
  twoSum(rh, sl);
  return { high: sh, low: pair[0], tiny: tiny + rl + pair[1] };
}
