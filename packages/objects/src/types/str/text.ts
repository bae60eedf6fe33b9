import { PyWideStr, type Str, strFromCodePoints, strFromJs } from "./py-str.js";
import { indexOfUnits, LONG_NEEDLE, lastIndexOfUnits, longIndexOf } from "./substring-search.js";

/** The text as a JavaScript string in UTF-16; lone surrogates stay lone, adjacent ones may seem a pair. */
export function toJs(s: Str): string {
  if (typeof s === "string") return s;
  let text = "";
  for (const c of s.codePoints) text += String.fromCodePoint(c);
  return text;
}

/** Number of code points. */
export function strLength(s: Str): number {
  return typeof s === "string" ? s.length : s.codePoints.length;
}

/** All code points. */
export function codePoints(s: Str): Uint32Array {
  if (typeof s !== "string") return s.codePoints;
  const out = new Uint32Array(s.length);
  for (let i = 0; i < s.length; i++) out[i] = s.charCodeAt(i);
  return out;
}

/** The code point at an index within bounds. */
export function codePointAt(s: Str, i: number): number {
  return typeof s === "string" ? s.charCodeAt(i) : s.codePoints[i];
}

/** The character at an index within bounds, as a str. */
export function charAt(s: Str, i: number): Str {
  return typeof s === "string" ? s[i] : strFromCodePoints([s.codePoints[i]]);
}

/** `a + b`. */
export function concat(a: Str, b: Str): Str {
  if (typeof a === "string" && typeof b === "string") return a + b;
  const x = codePoints(a);
  const y = codePoints(b);
  if (x.length === 0) return b;
  if (y.length === 0) return a;
  const out = new Uint32Array(x.length + y.length);
  out.set(x);
  out.set(y, x.length);
  return new PyWideStr(out);
}

/** `s[start:stop]`, indices within bounds. */
export function substring(s: Str, start: number, stop: number): Str {
  if (typeof s === "string") return s.slice(start, stop);
  if (start === 0 && stop === s.codePoints.length) return s;
  return stop <= start ? "" : strFromCodePoints(s.codePoints.subarray(start, stop));
}

/** `s[start::step]` with `count` items. */
export function stride(s: Str, start: number, step: number, count: number): Str {
  if (step === 1) return substring(s, start, start + count);
  const out = new Uint32Array(count);
  for (let i = start, n = 0; n < count; n++, i += step) out[n] = codePointAt(s, i);
  return strFromCodePoints(out);
}

/** `s * count`; `count` is not negative, and the result fits into memory. */
export function repeat(s: Str, count: number): Str {
  if (typeof s === "string") return s.repeat(count);
  if (count === 0) return "";
  const unit = s.codePoints;
  const out = new Uint32Array(unit.length * count);
  for (let i = 0; i < count; i++) out.set(unit, i * unit.length);
  return new PyWideStr(out);
}

/** Parts with a separator between them. */
export function joinStr(parts: readonly Str[], separator: Str): Str {
  let plain = typeof separator === "string";
  for (let i = 0; plain && i < parts.length; i++) plain = typeof parts[i] === "string";
  if (plain) return parts.length === 1 ? parts[0] : (parts as string[]).join(separator as string);
  const between = codePoints(separator);
  let length = Math.max(0, parts.length - 1) * between.length;
  for (const part of parts) length += strLength(part);
  const out = new Uint32Array(length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) {
      out.set(between, at);
      at += between.length;
    }
    const points = codePoints(parts[i]);
    out.set(points, at);
    at += points.length;
  }
  return strFromCodePoints(out);
}

/** Are two strs the same text? */
export function strEquals(a: Str, b: Str): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  const x = a.codePoints;
  const y = b.codePoints;
  if (x.length !== y.length) return false;
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return true;
}

/** Orders by code points: negative, 0 or positive. */
export function compareStr(a: Str, b: Str): number {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  const x = codePoints(a);
  const y = codePoints(b);
  const n = Math.min(x.length, y.length);
  for (let i = 0; i < n; i++) if (x[i] !== y[i]) return x[i] - y[i];
  return x.length - y.length;
}

/** First index of `needle` with its whole length in `[start, end]`; -1 when there is none. Bounds lie within the text. */
export function indexOf(s: Str, needle: Str, start: number, end: number): number {
  if (typeof s === "string") {
    if (typeof needle !== "string") return -1;
    if (start > end) return -1;
    if (needle.length >= LONG_NEEDLE) return longIndexOf(s, needle, start, end);
    if (end === s.length) return s.indexOf(needle, start);
    // What lies behind the end is not looked through.
    const at = s.slice(start, end).indexOf(needle);
    return at < 0 ? -1 : start + at;
  }
  return indexOfUnits(s.codePoints, codePoints(needle), start, end);
}

/** Last such index; see {@link indexOf}. */
export function lastIndexOf(s: Str, needle: Str, start: number, end: number): number {
  if (typeof s === "string") {
    if (typeof needle !== "string" || end - start < needle.length) return -1;
    if (start === 0) return s.lastIndexOf(needle, end - needle.length);
    const at = s.slice(start, end).lastIndexOf(needle);
    return at < 0 ? -1 : start + at;
  }
  return lastIndexOfUnits(s.codePoints, codePoints(needle), start, end);
}

/** Maps each character by a function from and to JavaScript strings, as `upper()` does. */
export function mapText(s: Str, map: (text: string) => string): Str {
  if (typeof s === "string") return strFromJs(map(s));
  // Lone surrogates have no case; mapped one by one they stay apart.
  const out: number[] = [];
  for (const c of s.codePoints) {
    for (const mapped of map(String.fromCodePoint(c))) out.push(mapped.codePointAt(0) as number);
  }
  return strFromCodePoints(out);
}
