import { raise } from "../../core/errors.js";
import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { ValueErrorType } from "../exceptions/exception-types.js";
import { bitLength, type Int, normalize } from "./arithmetic.js";

const LIMIT_MESSAGE = "for integer string conversion";

/** Decimal digits of an int. ValueError beyond `sys.get_int_max_str_digits()`. */
export function intToDecimal(ts: ThreadState, n: Int): Result<string> {
  if (typeof n === "number") return `${n}`;
  const limit = ts.interp.intMaxStrDigits;
  if (limit > 0 && bitLength(n) > limit * 3) {
    // A cheap bound first: converting millions of digits only to refuse them would be the attack itself.
    if (bitLength(n) > limit * 3.33 + 8) return tooManyDigits(ts, limit);
    const text = n.toString();
    return text.length - (n < 0n ? 1 : 0) > limit ? tooManyDigits(ts, limit) : text;
  }
  return n.toString();
}

function tooManyDigits(ts: ThreadState, limit: number): null {
  return raise(
    ts,
    ValueErrorType,
    `Exceeds the limit (${limit} digits) ${LIMIT_MESSAGE}; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** `abs(n)` in a base from 2 to 36, lower case, without prefix. */
export function intMagnitude(n: Int, base: number): string {
  return (n < 0 ? (typeof n === "number" ? -n : -n) : n).toString(base);
}

const SPACE = /^[ \t-\r]+|[ \t-\r]+$/g;
const UNICODE_SPACE = /^[\s\u001c-\u001f\u0085]+|[\s\u001c-\u001f\u0085]+$/gu;

/** Strips the white space of ASCII that C's `isspace` knows, which is less than what Python knows. */
export function stripAsciiSpace(text: string): string {
  return text.replace(SPACE, "");
}

/**
 * Replaces Unicode decimal digits by ASCII ones and strips white space as `int()` and `float()` do (CPython
 * `_PyUnicode_TransformDecimalAndSpaceToASCII`, which leaves ASCII text alone).
 */
export function asciiNumeral(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return stripAsciiSpace(text);
  // U+FEFF counts as space in JavaScript, not in Python.
  const stripped = text.includes("\ufeff") ? text : text.replace(UNICODE_SPACE, "");
  return stripped.replace(/\p{Nd}/gu, (c) => `${decimalDigit(c.codePointAt(0) as number)}`);
}

/** The value of a code point of category Nd. Digits stand in runs of ten, zero first. */
export function decimalDigit(codePoint: number): number {
  let start = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
  return (codePoint - start) % 10;
}

/** An int parsed from text, or why that failed. */
export type ParsedInt = Int | "invalid" | { readonly tooManyDigits: number };

/**
 * Parses what `int(text, base)` accepts: white space, sign, prefix, underscores between digits.
 *
 * @param base 0 (by prefix) or 2 to 36
 * @param maxDigits limit for bases that are no power of two; 0 for none
 */
export function parseInteger(text: string, base: number, maxDigits: number): ParsedInt {
  const plain = base === 10 ? plainDecimal(text) : undefined;
  if (plain !== undefined) return plain;
  const match = /^([+-]?)(0[xXoObB]_?)?([0-9a-zA-Z_]+)$/.exec(asciiNumeral(text));
  if (match === null) return "invalid";
  const negative = match[1] === "-";
  let digits = match[3];
  const prefix = match[2]?.[1].toLowerCase();
  const prefixBase = prefix === "x" ? 16 : prefix === "o" ? 8 : prefix === "b" ? 2 : 0;
  if (prefix !== undefined && (base === 0 || base === prefixBase)) base = prefixBase;
  else {
    if (match[2] !== undefined) digits = match[2] + digits;
    if (base === 0) {
      // A leading zero is only good for zero itself.
      if (/^0[0_]*[^0_]/.test(digits)) return "invalid";
      base = 10;
    }
  }
  if (digits.startsWith("_") || digits.endsWith("_") || digits.includes("__")) return "invalid";
  if (digits.includes("_")) digits = digits.replaceAll("_", "");
  // Refusing many digits must be much faster than converting them, so decimals are left to one pass of the host.
  if (base === 10 ? !/^\d*$/.test(digits) : !areDigits(digits, base)) return "invalid";
  if (maxDigits > 0 && digits.length > maxDigits && (base & (base - 1)) !== 0)
    return { tooManyDigits: digits.length };
  const small = Number.parseInt(digits, base);
  if (small <= Number.MAX_SAFE_INTEGER) return negative ? 0 - small : small;
  const value = bigFromDigits(digits, base);
  return normalize(negative ? -value : value);
}

/** Are all of these ASCII letters and digits digits of a base? */
function areDigits(text: string, base: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    // Letters from 10 on, lower or upper case.
    if ((c <= 57 ? c - 48 : (c | 32) - 87) >= base) return false;
  }
  return true;
}

/** The usual case: up to 15 ASCII digits, with a sign or without; `undefined` for everything else. */
function plainDecimal(text: string): number | undefined {
  const n = text.length;
  const first = n > 0 ? text.charCodeAt(0) : 0;
  const start = first === 45 || first === 43 ? 1 : 0;
  if (n === start || n - start > 15) return undefined;
  let value = 0;
  for (let i = start; i < n; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return first === 45 ? 0 - value : value;
}

const PREFIX: Readonly<Record<number, string>> = { 2: "0b", 8: "0o", 16: "0x" };

/** Divide and conquer for bases that the host's BigInt() does not read. */
function bigFromDigits(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits);
  if (PREFIX[base] !== undefined) return BigInt(PREFIX[base] + digits);
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, base));
  const half = digits.length >> 1;
  const low = digits.length - half;
  return (
    bigFromDigits(digits.slice(0, half), base) * BigInt(base) ** BigInt(low) +
    bigFromDigits(digits.slice(half), base)
  );
}
