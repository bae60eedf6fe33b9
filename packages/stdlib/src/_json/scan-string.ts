import { type Result, type Str, strFromCodePoints, type ThreadState } from "@adder/objects";
import { type Document, decodeError } from "./document.js";

/** The character that stands for an escape of one letter; 0 for none. */
function simpleEscape(c: number): number {
  switch (c) {
    case 34:
    case 47:
    case 92:
      return c;
    case 98:
      return 8;
    case 102:
      return 12;
    case 110:
      return 10;
    case 114:
      return 13;
    case 116:
      return 9;
    default:
      return 0;
  }
}

/** Value of four hexadecimal digits, -1 when they are none. */
function hex4(doc: Document, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const c = doc.at(i);
    const digit =
      c >= 48 && c <= 57 ? c - 48 : c >= 97 && c <= 102 ? c - 87 : c >= 65 && c <= 70 ? c - 55 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** A string and the index behind it. */
export interface Scanned {
  readonly value: Str;
  readonly end: number;
}

/**
 * Reads a string whose opening quote stands before `start` (CPython `scanstring_unicode`). Raises
 * JSONDecodeError. `strict` refuses control characters.
 */
export function scanString(ts: ThreadState, doc: Document, start: number, strict: boolean): Result<Scanned> {
  const begin = start - 1;
  let at = start;
  // Most strings have no escapes.
  for (; ; at++) {
    const c = doc.at(at);
    if (c === 34) return { value: doc.slice(start, at), end: at + 1 };
    if (c === 92) break;
    if (c < 0) return decodeError(ts, "Unterminated string starting at", doc, begin);
    if (c < 32 && strict) return decodeError(ts, "Invalid control character at", doc, at);
  }
  const points: number[] = [];
  for (let i = start; i < at; i++) points.push(doc.at(i));
  for (;;) {
    let c = doc.at(at);
    if (c < 0) return decodeError(ts, "Unterminated string starting at", doc, begin);
    if (c === 34) return { value: strFromCodePoints(points), end: at + 1 };
    if (c !== 92) {
      if (c < 32 && strict) return decodeError(ts, "Invalid control character at", doc, at);
      points.push(c);
      at++;
      continue;
    }
    at++;
    c = doc.at(at);
    if (c < 0) return decodeError(ts, "Unterminated string starting at", doc, begin);
    if (c !== 117) {
      const value = simpleEscape(c);
      if (value === 0) return decodeError(ts, "Invalid \\escape", doc, at - 1);
      points.push(value);
      at++;
      continue;
    }
    // A closing quote must follow the digits.
    if (at + 5 >= doc.length) return decodeError(ts, "Invalid \\uXXXX escape", doc, at);
    let value = hex4(doc, at + 1);
    if (value < 0) return decodeError(ts, "Invalid \\uXXXX escape", doc, at);
    at += 5;
    if (
      value >= 0xd800 &&
      value < 0xdc00 &&
      at + 6 < doc.length &&
      doc.at(at) === 92 &&
      doc.at(at + 1) === 117
    ) {
      const low = hex4(doc, at + 2);
      if (low < 0) return decodeError(ts, "Invalid \\uXXXX escape", doc, at + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
      }
    }
    points.push(value);
  }
}
