import { isLineBreak, isSpace } from "./classify.js";
import type { Str } from "./py-str.js";
import { codePointAt, indexOf, lastIndexOf, strLength, substring } from "./text.js";

/** `s.split(separator, limit)`; the separator is not empty, a negative limit means none. */
export function splitBy(s: Str, separator: Str, limit: number): Str[] {
  if (typeof s === "string" && typeof separator === "string") return splitText(s, separator, limit);
  const parts: Str[] = [];
  const end = strLength(s);
  const width = strLength(separator);
  let start = 0;
  while (limit < 0 || parts.length < limit) {
    const at = indexOf(s, separator, start, end);
    if (at < 0) break;
    parts.push(substring(s, start, at));
    start = at + width;
  }
  parts.push(substring(s, start, end));
  return parts;
}

/** The same for JavaScript strings; the host's own `split` takes twice as long for short ones. */
function splitText(s: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  while (limit < 0 || parts.length < limit) {
    const at = s.indexOf(separator, start);
    if (at < 0) break;
    parts.push(s.slice(start, at));
    start = at + separator.length;
  }
  parts.push(s.slice(start));
  return parts;
}

/** `s.rsplit(separator, limit)`. */
export function splitByFromRight(s: Str, separator: Str, limit: number): Str[] {
  const width = strLength(separator);
  // A longer separator may overlap with itself, and then the direction matters.
  if (limit < 0 && width === 1) return splitBy(s, separator, limit);
  const parts: Str[] = [];
  let end = strLength(s);
  while (limit < 0 || parts.length < limit) {
    const at = lastIndexOf(s, separator, 0, end);
    if (at < 0) break;
    parts.push(substring(s, at + width, end));
    end = at;
  }
  parts.push(substring(s, 0, end));
  return parts.reverse();
}

/** `s.split(None, limit)`: runs of white space separate, and are dropped at both ends. */
export function splitSpace(s: Str, limit: number, space: (c: number) => boolean = isSpace): Str[] {
  const parts: Str[] = [];
  const n = strLength(s);
  let i = 0;
  while (true) {
    while (i < n && space(codePointAt(s, i))) i++;
    if (i === n) return parts;
    if (limit >= 0 && parts.length === limit) {
      // What is left keeps its trailing white space.
      parts.push(substring(s, i, n));
      return parts;
    }
    const start = i;
    while (i < n && !space(codePointAt(s, i))) i++;
    parts.push(substring(s, start, i));
  }
}

/** `s.rsplit(None, limit)`. */
export function splitSpaceFromRight(s: Str, limit: number, space: (c: number) => boolean = isSpace): Str[] {
  const parts: Str[] = [];
  let i = strLength(s);
  while (true) {
    while (i > 0 && space(codePointAt(s, i - 1))) i--;
    if (i === 0) return parts.reverse();
    if (limit >= 0 && parts.length === limit) {
      parts.push(substring(s, 0, i));
      return parts.reverse();
    }
    const end = i;
    while (i > 0 && !space(codePointAt(s, i - 1))) i--;
    parts.push(substring(s, i, end));
  }
}

/** `s.splitlines(keepends)`. */
export function splitLines(s: Str, keepEnds: boolean): Str[] {
  const lines: Str[] = [];
  const n = strLength(s);
  let start = 0;
  for (let i = 0; i < n; ) {
    const c = codePointAt(s, i++);
    if (!isLineBreak(c)) continue;
    const end = i - 1;
    if (c === 13 && i < n && codePointAt(s, i) === 10) i++;
    lines.push(substring(s, start, keepEnds ? i : end));
    start = i;
  }
  if (start < n) lines.push(substring(s, start, n));
  return lines;
}

/** Number of occurrences without overlap in `[start, end]`. */
export function countOccurrences(s: Str, needle: Str, start: number, end: number): number {
  if (start > end) return 0;
  const width = strLength(needle);
  if (width === 0) return end - start + 1;
  let count = 0;
  for (let at = indexOf(s, needle, start, end); at >= 0; at = indexOf(s, needle, at + width, end)) count++;
  return count;
}
