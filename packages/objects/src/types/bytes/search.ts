/*
 * Searching in bytes, and putting them together. The first byte of a needle is found by the host, which is as fast as memory; the others
 * are compared one by one.
 */

import { indexOfUnits } from "../str/substring-search.js";

/** First index in `[start, end]` at which `needle` stands completely, -1 if there is none. */
export const indexOfBytes: (hay: Uint8Array, needle: Uint8Array, start: number, end: number) => number =
  indexOfUnits;

/** Last index in `[start, end]` at which `needle` stands completely, -1 if there is none. */
export function lastIndexOfBytes(hay: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const { length } = needle;
  let at = end - length;
  if (length === 0 || at < start) return at < start ? -1 : at;
  for (; at >= start; at--) {
    at = hay.lastIndexOf(needle[0], at);
    if (at < start) return -1;
    if (matchesAt(hay, needle, at)) return at;
  }
  return -1;
}

/** Does `part` stand at an index? */
export function matchesAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
  const { length } = part;
  if (at < 0 || at + length > bytes.length) return false;
  for (let i = 0; i < length; i++) if (bytes[at + i] !== part[i]) return false;
  return true;
}

/** Number of occurrences without overlap in `[start, end]`. */
export function countBytes(hay: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  if (start > end) return 0;
  if (needle.length === 0) return end - start + 1;
  let count = 0;
  for (let at = indexOfBytes(hay, needle, start, end); at >= 0; count++) {
    at = indexOfBytes(hay, needle, at + needle.length, end);
  }
  return count;
}

/** The parts between separators, at most `limit + 1` of them; a negative limit means none. The separator is not empty. */
export function splitBytes(whole: Uint8Array, separator: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  while (limit < 0 || parts.length < limit) {
    const at = indexOfBytes(whole, separator, start, whole.length);
    if (at < 0) break;
    parts.push(whole.slice(start, at));
    start = at + separator.length;
  }
  parts.push(whole.slice(start));
  return parts;
}

/** The same, looking for separators from the right. */
export function splitBytesFromRight(whole: Uint8Array, separator: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = whole.length;
  while (limit < 0 || parts.length < limit) {
    const at = lastIndexOfBytes(whole, separator, 0, end);
    if (at < 0) break;
    parts.push(whole.slice(at + separator.length, end));
    end = at;
  }
  parts.push(whole.slice(0, end));
  return parts.reverse();
}

/** The parts with a separator between them. Throws RangeError when the result is too large for the host. */
export function joinBytes(parts: readonly Uint8Array[], separator: Uint8Array): Uint8Array {
  let length = separator.length * Math.max(0, parts.length - 1);
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0 && separator.length > 0) {
      out.set(separator, at);
      at += separator.length;
    }
    out.set(parts[i], at);
    at += parts[i].length;
  }
  return out;
}

/** `count` times the bytes, by doubling what is there. Throws RangeError when the result is too large for the host. */
export function repeatBytes(unit: Uint8Array, count: number): Uint8Array {
  const out = new Uint8Array(unit.length * count);
  if (out.length === 0) return out;
  if (unit.length === 1) return out.fill(unit[0]);
  out.set(unit);
  for (let done = unit.length; done < out.length; done *= 2) out.copyWithin(done, 0, done);
  return out;
}
