import type { Value } from "../../core/object.js";
import { hashHigh, hashInteger } from "./key-hash.js";

/** A slot whose entry was deleted. */
export const DUMMY = -1;

/**
 * Where a hash is looked for first. Hashes of small ints are taken as they are, so that ints in a row are
 * neighbours; of others both halves count, because the low half of a float's hash is little more than its integer part.
 */
export function startOf(low: number, high: number): number {
  return (high === low >> 31 ? low : low ^ Math.imul(high, 0x9e3779b1)) >>> 0;
}

/** The same for the hash of a safe integer. */
export function startOfInteger(n: number): number {
  if ((n | 0) === n) return n === -1 ? -2 : n;
  const low = hashInteger(n);
  return startOf(low, hashHigh);
}

/**
 * An open-addressing table over the entries of a dict, which probes as CPython's does. It has at least as
 * many slots as CPython's would, often more, so that it is built anew less often.
 */
export class HashSlots {
  /** 0 free, {@link DUMMY}, or entry + 1. The length is a power of two. */
  slots: Int32Array;
  /** Low and high halves of the hashes of entries; `null` while all entries are numbers. */
  lows: Int32Array | null = null;
  highs: Int32Array | null = null;
  /** There are dummies. */
  dirty = false;

  /** @param capacity slots that CPython's table has */
  constructor(capacity: number) {
    this.slots = new Int32Array(roomy(capacity));
  }

  /** Has an entry this hash? `key` is the entry's key. */
  hasHash(entry: number, key: Value, low: number, high: number): boolean {
    if (this.lows !== null) return this.lows[entry] === low && (this.highs as Int32Array)[entry] === high;
    return hashInteger(key as number) === low && hashHigh === high;
  }

  /** Enters an entry; `start` is {@link startOf} its hash. */
  enter(entry: number, start: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let perturb = start;
    let i = perturb & mask;
    while (slots[i] > 0) {
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
    slots[i] = entry + 1;
  }

  /** Keeps the hash of an entry. `keepAll` must have been called. */
  keep(entry: number, low: number, high: number): void {
    (this.lows as Int32Array)[entry] = low;
    (this.highs as Int32Array)[entry] = high;
  }

  /** Begins to keep hashes: those of the numbers among the keys go in. */
  keepAll(keys: readonly (Value | undefined)[], room: number): void {
    const lows = new Int32Array(room);
    const highs = new Int32Array(room);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key !== "number") continue;
      lows[i] = hashInteger(key);
      highs[i] = hashHigh;
    }
    this.lows = lows;
    this.highs = highs;
  }

  /** Makes room for the hashes of this many entries. */
  widen(room: number): void {
    if (this.lows === null || this.lows.length >= room) return;
    const lows = new Int32Array(room);
    const highs = new Int32Array(room);
    lows.set(this.lows);
    highs.set(this.highs as Int32Array);
    this.lows = lows;
    this.highs = highs;
  }

  /** Removes an entry. `key` is its key. */
  remove(entry: number, key: Value): void {
    const { slots } = this;
    const mask = slots.length - 1;
    const { lows, highs } = this;
    let perturb =
      lows === null ? startOfInteger(key as number) : startOf(lows[entry], (highs as Int32Array)[entry]);
    let i = perturb & mask;
    while (slots[i] !== entry + 1) {
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
    slots[i] = DUMMY;
    this.dirty = true;
  }

  /** Empties the table, in the size for this capacity. */
  reset(capacity: number): void {
    const { length } = this.slots;
    if (capacity > length || capacity * 16 < length) this.slots = new Int32Array(roomy(capacity));
    else this.slots.fill(0);
    this.dirty = false;
  }

  /** A copy. */
  clone(): HashSlots {
    const copy = new HashSlots(8);
    copy.slots = this.slots.slice();
    copy.lows = this.lows === null ? null : this.lows.slice();
    copy.highs = this.highs === null ? null : this.highs.slice();
    copy.dirty = this.dirty;
    return copy;
  }
}

/** Slots for a capacity. V8 keeps typed arrays of up to 64 bytes within its own heap, which is ten times as fast. */
function roomy(capacity: number): number {
  if (capacity <= 16) return 16;
  return capacity < 0x1_0000 ? capacity * 4 : capacity;
}
