import { hashHigh, multiply64, restoreHash } from "../dict/key-hash.js";
import type { PySet } from "./py-set.js";

/**
 * The hash of a frozenset, or of the frozenset with a set's elements, in halves: low half, high half in
 * `hashHigh` (CPython `frozenset_hash`). Independent of the order of the elements.
 */
export function hashElements(set: PySet): number {
  let low = 0;
  let high = 0;
  for (let slot = set.nextSlot(0); slot >= 0; slot = set.nextSlot(slot + 1)) {
    const elementLow = set.slotHash(slot);
    low ^= shuffleBits(elementLow, hashHigh);
    high ^= hashHigh;
  }
  low ^= multiply64(set.size + 1, 0, 1927868237, 0);
  high ^= hashHigh;
  // hash ^= (hash >> 11) ^ (hash >> 25)
  const low11 = (low >>> 11) | (high << 21);
  const low25 = (low >>> 25) | (high << 7);
  low ^= low11 ^ low25;
  high ^= (high >>> 11) ^ (high >>> 25);
  const product = multiply64(low, high, 69069, 0);
  const sum = (product >>> 0) + 907133923;
  high = (hashHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
  low = sum | 0;
  return low === -1 && high === -1 ? restoreHash(590923713, 0) : restoreHash(low, high);
}

/** Spreads nearby hashes: `((h ^ 89869747) ^ (h << 16)) * 3644798167`. */
function shuffleBits(low: number, high: number): number {
  const shiftedHigh = (high << 16) | (low >>> 16);
  return multiply64(low ^ 89869747 ^ (low << 16), high ^ shiftedHigh, 3644798167 | 0, 0);
}
