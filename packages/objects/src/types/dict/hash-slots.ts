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
  /** Hashes of entries: low half at `2 * entry`, high half behind it. `null` while all entries are numbers. */
  hashes: Int32Array | null = null;
  /** There are dummies. */
  dirty = false;

  /** @param capacity slots that CPython's table has */
  constructor(capacity: number) {
    this.slots = new Int32Array(roomy(capacity));
  }

  /** Has an entry this hash? `key` is the entry's key. */
  hasHash(entry: number, key: Value, low: number, high: number): boolean {
    const { hashes } = this;
    if (hashes !== null) return hashes[2 * entry] === low && hashes[2 * entry + 1] === high;
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

  /** Where an entry that has a hash kept is looked for first. */
  keptStart(entry: number): number {
    const hashes = this.hashes as Int32Array;
    return startOf(hashes[2 * entry], hashes[2 * entry + 1]);
  }

  /** Keeps the hash of an entry. `keepAll` must have been called. */
  keep(entry: number, low: number, high: number): void {
    const hashes = this.hashes as Int32Array;
    hashes[2 * entry] = low;
    hashes[2 * entry + 1] = high;
  }

  /** Begins to keep hashes: those of the numbers among the keys go in. */
  keepAll(keys: readonly (Value | undefined)[], room: number): void {
    this.hashes = new Int32Array(2 * room);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key !== "number") continue;
      const low = hashInteger(key);
      this.keep(i, low, hashHigh);
    }
  }

  /** Makes room for the hashes of this many entries. */
  widen(room: number): void {
    const { hashes } = this;
    if (hashes === null || hashes.length >= 2 * room) return;
    this.hashes = new Int32Array(room < 0x1_0000 ? 4 * room : 2 * room);
    this.hashes.set(hashes);
  }

  /** Removes an entry. `key` is its key. */
  remove(entry: number, key: Value): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let perturb = this.hashes === null ? startOfInteger(key as number) : this.keptStart(entry);
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
    copy.hashes = this.hashes === null ? null : this.hashes.slice();
    copy.dirty = this.dirty;
    return copy;
  }
}

/** Slots for a capacity. V8 keeps typed arrays of up to 64 bytes within its own heap, which is ten times as fast. */
function roomy(capacity: number): number {
  if (capacity <= 16) return 16;
  return capacity < 0x1_0000 ? capacity * 4 : capacity;
}
