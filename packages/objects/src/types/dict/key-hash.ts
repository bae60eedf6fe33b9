import { FloatType, TupleType } from "../../core/builtin-types.js";
import { raise, takePending } from "../../core/errors.js";
import { fullTypeName } from "../../core/full-type-name.js";
import { hash } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { str } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import type { PyFloat } from "../float/py-float.js";
import { hashText } from "../str/hash.js";
import type { PyTuple } from "../tuple/py-tuple.js";

/*
 * Hashes of keys as two 32-bit halves. A 64-bit hash is a bigint as often as not, and making one takes
 * longer than the rest of a lookup; so tables work with halves, and only `hash()` joins them.
 */

/**
 * High half of the hash that {@link hashKey} or {@link hashInteger} returned last: an out-parameter,
 * to be read before anything else is hashed.
 */
export let hashHigh = 0;

/** Low half of the hash of a safe integer; the high half goes to {@link hashHigh}. */
export function hashInteger(n: number): number {
  const low = n | 0;
  if (low === n) {
    hashHigh = low >> 31;
    return low === -1 ? -2 : low;
  }
  hashHigh = Math.floor(n / 0x1_0000_0000) | 0;
  return low;
}

/** Splits a hash as `tp_hash` returns it; the high half goes to {@link hashHigh}. */
export function splitHash(h: number | bigint): number {
  if (typeof h === "number") {
    const low = h | 0;
    hashHigh = low === h ? low >> 31 : Math.floor(h / 0x1_0000_0000) | 0;
    return low;
  }
  hashHigh = Number(BigInt.asIntN(32, h >> 32n));
  return Number(BigInt.asIntN(32, h));
}

/** Returns `low`, and leaves `high` in {@link hashHigh}: a hash that is known. */
export function restoreHash(low: number, high: number): number {
  hashHigh = high;
  return low;
}

/** Reads the bits of a double; its contents mean nothing between two uses. */
const scratch = new DataView(new ArrayBuffer(8));

/**
 * Low half of the hash of a finite double (CPython `_Py_HashDouble`): its value modulo the prime 2**61 - 1, for
 * which multiplying by a power of two is rotating 61 bits.
 */
export function hashFloat(x: number): number {
  if (Number.isSafeInteger(x)) return hashInteger(x + 0);
  scratch.setFloat64(0, x);
  const top = scratch.getInt32(0);
  const exponent = (top >>> 20) & 0x7ff;
  let low = scratch.getInt32(4);
  // 29 bits; the hidden one is missing from subnormals alone.
  let high = (top & 0xfffff) | (exponent === 0 ? 0 : 0x100000);
  const power = (exponent === 0 ? 1 : exponent) - 1075;
  let turn = ((power % 61) + 61) % 61;
  if (turn >= 32) {
    // Rotating by 32 of 61 bits: the low word moves up, of which 3 bits come round again.
    const up = low;
    low = (high << 3) | (up >>> 29);
    high = up & 0x1fffffff;
    turn -= 32;
  }
  if (turn > 0) {
    const round = turn <= 29 ? high >>> (29 - turn) : (high << (turn - 29)) | (low >>> (61 - turn));
    high = ((high << turn) | (low >>> (32 - turn))) & 0x1fffffff;
    low = (low << turn) | round;
  }
  if (x < 0) {
    low = -low | 0;
    high = low === 0 ? -high | 0 : ~high;
  }
  hashHigh = high;
  return low === -1 && high === -1 ? -2 : low;
}

/** The Python int whose halves are these. */
export function joinHash(low: number, high: number): number | bigint {
  // The halves of a safe integer can be joined in doubles.
  if (high >= -0x20_0000 && high < 0x20_0000) {
    const joined = high * 0x1_0000_0000 + (low >>> 0);
    if (Number.isSafeInteger(joined)) return joined;
  }
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}

/**
 * `hash(key)`: returns the low half as int32 and leaves the high half in {@link hashHigh}; `null` when
 * the key is unhashable or its `__hash__` raised.
 */
export function hashKey(ts: ThreadState, key: Value): Result<number> {
  switch (typeof key) {
    case "number":
      return hashInteger(key);
    case "string":
      return hashText(ts, key);
    case "boolean":
      hashHigh = 0;
      return key ? 1 : 0;
    case "object":
      if (key.cls.tp_hash === TupleType.tp_hash) return hashTuple(ts, key as PyTuple);
      if (key.cls === FloatType) {
        const { value } = key as PyFloat;
        if (Number.isFinite(value)) return hashFloat(value);
      }
  }
  const h = hash(ts, key);
  return h === null ? null : splitHash(h);
}

/** As {@link hashKey} for a key of a dict: a TypeError says what it was to be used as. */
export function hashDictKey(ts: ThreadState, key: Value): Result<number> {
  const low = hashKey(ts, key);
  return low === null ? explain(ts, key, "a dict key") : low;
}

/** As {@link hashKey} for an element of a set. */
export function hashElement(ts: ThreadState, key: Value): Result<number> {
  const low = hashKey(ts, key);
  return low === null ? explain(ts, key, "a set element") : low;
}

/** Replaces a pending TypeError (no subclass) by one that names the key's class. */
function explain(ts: ThreadState, key: Value, role: string): null {
  if (ts.pending === null || ts.pending.cls !== TypeErrorType) return null;
  const reason = str(ts, takePending(ts));
  if (reason === null) return null;
  return raise(
    ts,
    TypeErrorType,
    `cannot use '${fullTypeName(key)}' as ${role} (${typeof reason === "string" ? reason : reason.key})`,
  );
}

/** High half of the product of two unsigned 32-bit integers, as a double. */
function timesHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  // At most 0xfffe0001 + 0xffff each, so that sums stay exact in doubles.
  const cross = a1 * b0 + ((a0 * b0) >>> 16);
  const middle = a0 * b1 + (cross & 0xffff);
  return a1 * b1 + (cross >>> 16) + (middle >>> 16);
}

/** Both halves of a product of two 64-bit integers, modulo 2**64; the high half goes to {@link hashHigh}. */
export function multiply64(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  hashHigh = (timesHigh(aLow, bLow) + Math.imul(aLow, bHigh) + Math.imul(aHigh, bLow)) | 0;
  return Math.imul(aLow, bLow);
}

// The xxHash primes of CPython's Objects/tupleobject.c, as halves.
const PRIME1_LOW = 0x85ebca87 | 0;
const PRIME1_HIGH = 0x9e3779b1 | 0;
const PRIME2_LOW = 0x27d4eb4f | 0;
const PRIME2_HIGH = 0xc2b2ae3d | 0;
const PRIME5_LOW = 0x165667c5 | 0;
const PRIME5_HIGH = 0x27d4eb2f | 0;

/** The part of a tuple's hash that comes from its items: low half, high half in {@link hashHigh}. */
export function hashLanes(ts: ThreadState, items: readonly Value[]): Result<number> {
  let low = PRIME5_LOW;
  let high = PRIME5_HIGH;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    let laneLow: number | null;
    let laneHigh: number;
    if (typeof item === "number" && (item | 0) === item) {
      laneLow = item === -1 ? -2 : item;
      laneHigh = item >> 31;
    } else {
      laneLow = hashKey(ts, item);
      if (laneLow === null) return null;
      laneHigh = hashHigh;
    }
    // += lane * PRIME2
    const sum = (low >>> 0) + (Math.imul(laneLow, PRIME2_LOW) >>> 0);
    const productHigh =
      timesHigh(laneLow, PRIME2_LOW) + Math.imul(laneLow, PRIME2_HIGH) + Math.imul(laneHigh, PRIME2_LOW);
    high = (high + productHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
    low = sum | 0;
    // Rotated left by 31, then *= PRIME1.
    const rotatedHigh = (high << 31) | (low >>> 1);
    const rotatedLow = (low << 31) | (high >>> 1);
    high =
      (timesHigh(rotatedLow, PRIME1_LOW) +
        Math.imul(rotatedLow, PRIME1_HIGH) +
        Math.imul(rotatedHigh, PRIME1_LOW)) |
      0;
    low = Math.imul(rotatedLow, PRIME1_LOW);
  }
  hashHigh = high;
  return low;
}

/** A hash of this kind as it is returned: never -1. */
export function tupleHashResult(low: number, high: number): number {
  if (low === -1 && high === -1) return restoreHash(1546275796, 0);
  return restoreHash(low, high);
}

/** `hash()` of a tuple in halves, CPython's `tuple_hash` (xxHash of the items' hashes). */
export function hashTuple(ts: ThreadState, tuple: PyTuple): Result<number> {
  const { items, hash } = tuple;
  if (hash !== null) return restoreHash(hash.low, hash.high);
  const lanes = hashLanes(ts, items);
  if (lanes === null) return null;
  // += length ^ (PRIME5 ^ 3527539)
  const sum = (lanes >>> 0) + ((items.length ^ PRIME5_LOW ^ 3527539) >>> 0);
  const low = tupleHashResult(sum | 0, (hashHigh + PRIME5_HIGH + (sum > 0xffffffff ? 1 : 0)) | 0);
  for (let i = 0; i < items.length; i++) {
    if (typeof items[i] === "object") {
      tuple.hash = { low, high: hashHigh };
      break;
    }
  }
  return low;
}
