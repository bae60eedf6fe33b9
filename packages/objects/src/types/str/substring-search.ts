/*
 * Searching in linear time, by the two-way algorithm (M. Crochemore, D. Perrin, "Two-way string-matching", 1991). It is what remains
 * when a plain search has compared too much: that is faster for nearly everything, but quadratic for text that repeats itself.
 */

/** Code units, code points or bytes. */
export type Units = Uint8Array | Uint16Array | Uint32Array;

/** Shorter needles are left to a plain search: its cost is bounded by their length. */
export const LONG_NEEDLE = 64;

/** How many comparisons a plain search may make that has come `advance` units forward, before it gives up. */
const allowance = (advance: number, needle: number): number => 4 * (advance + needle);

/** Where the greatest suffix of a needle begins in one order of the units or the opposite one, and the period of that suffix. */
function greatestSuffix(needle: Units, opposite: boolean): readonly [start: number, period: number] {
  let start = 0;
  let candidate = 1;
  let k = 0;
  let period = 1;
  while (candidate + k < needle.length) {
    const a = needle[candidate + k];
    const b = needle[start + k];
    if (a === b) {
      if (++k === period) {
        candidate += period;
        k = 0;
      }
    } else if (a < b !== opposite) {
      candidate += k + 1;
      k = 0;
      period = candidate - start;
    } else {
      start = candidate++;
      k = 0;
      period = 1;
    }
  }
  return [start, period];
}

/** First index in `[start, end]` at which `needle` stands completely, -1 if there is none. The needle is not empty. */
function twoWayIndexOf(hay: Units, needle: Units, start: number, end: number): number {
  const one = greatestSuffix(needle, false);
  const other = greatestSuffix(needle, true);
  const [cut, suffixPeriod] = one[0] > other[0] ? one : other;
  const { length } = needle;
  let periodic = cut + suffixPeriod <= length;
  for (let i = 0; periodic && i < cut; i++) periodic = needle[i] === needle[suffixPeriod + i];
  // How far to go on when only the left half differs, and how much of the needle is then known to stand there.
  const step = periodic ? suffixPeriod : Math.max(cut, length - cut) + 1;
  const kept = periodic ? length - suffixPeriod : 0;
  let known = 0;
  for (let at = start; at <= end - length; ) {
    let i = Math.max(cut, known);
    while (i < length && needle[i] === hay[at + i]) i++;
    if (i < length) {
      at += i - cut + 1;
      known = 0;
      continue;
    }
    i = cut - 1;
    while (i >= known && needle[i] === hay[at + i]) i--;
    if (i < known) return at;
    at += step;
    known = kept;
  }
  return -1;
}

/**
 * First index in `[start, end]` at which `needle` stands completely, -1 if there is none. The host looks for the first unit, which is
 * as fast as memory.
 */
export function indexOfUnits(hay: Units, needle: Units, start: number, end: number): number {
  const { length } = needle;
  const last = end - length;
  if (length === 0) return start <= last ? start : -1;
  let work = 0;
  for (let at = hay.indexOf(needle[0], start); at >= 0 && at <= last; at = hay.indexOf(needle[0], at + 1)) {
    let i = 1;
    while (i < length && hay[at + i] === needle[i]) i++;
    if (i === length) return at;
    work += i;
    if (length >= LONG_NEEDLE && work > allowance(at - start, length)) {
      return twoWayIndexOf(hay, needle, at + 1, end);
    }
  }
  return -1;
}

/** Last such index; a plain search. */
export function lastIndexOfUnits(hay: Units, needle: Units, start: number, end: number): number {
  const { length } = needle;
  for (let at = end - length; at >= start; at--) {
    let i = length - 1;
    while (i >= 0 && hay[at + i] === needle[i]) i--;
    if (i < 0) return at;
  }
  return -1;
}

function unitsOf(text: string, start: number, end: number): Uint16Array {
  const units = new Uint16Array(end - start);
  for (let i = start; i < end; i++) units[i - start] = text.charCodeAt(i);
  return units;
}

/**
 * First index in `[start, end]` at which `needle` stands completely, -1 if there is none; for needles of {@link LONG_NEEDLE} units
 * or more. The host looks for the beginning of the needle.
 */
export function longIndexOf(text: string, needle: string, start: number, end: number): number {
  const { length } = needle;
  const beginning = needle.slice(0, LONG_NEEDLE);
  const last = end - length;
  let work = 0;
  let at = text.indexOf(beginning, start);
  for (; at >= 0 && at <= last; at = text.indexOf(beginning, at + 1)) {
    let i = LONG_NEEDLE;
    while (i < length && needle.charCodeAt(i) === text.charCodeAt(at + i)) i++;
    if (i === length) return at;
    work += i;
    if (work > allowance(at - start, length)) break;
  }
  if (at < 0 || at > last) return -1;
  // Piece by piece: the next occurrence may be near, and another search may follow behind it.
  const pattern = unitsOf(needle, 0, length);
  for (at++; at <= last; at += 3 * length + 1) {
    const piece = unitsOf(text, at, Math.min(end, at + 4 * length));
    const found = twoWayIndexOf(piece, pattern, 0, piece.length);
    if (found >= 0) return at + found;
  }
  return -1;
}
