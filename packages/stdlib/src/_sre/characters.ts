import { isAlpha, isDecimal, isDigit, isLineBreak, isNumeric, isSpace } from "@adder/objects";

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/** Answers of {@link isUnicodeWord} for the basic plane, filled as they are asked for: a pure function's memory. */
const words = new Uint8Array(0x10000);

/** A letter, digit or underscore of ASCII. */
export function isAsciiWord(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
}

/** `str.isalnum` of a code point, or an underscore. */
export function isUnicodeWord(c: number): boolean {
  if (c < 128) return isAsciiWord(c);
  const known = c < 0x10000 ? words[c] : UNKNOWN;
  if (known !== UNKNOWN) return known === YES;
  const word = isAlpha(c) || isDecimal(c) || isDigit(c) || isNumeric(c);
  if (c < 0x10000) words[c] = word ? YES : NO;
  return word;
}

const isAsciiSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
const isAsciiDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Is a code point in a category of `re._constants.CHCODES`? The locale is "C". */
export function inCategory(category: number, c: number): boolean {
  switch (category) {
    case 0:
      return isAsciiDigit(c);
    case 1:
      return !isAsciiDigit(c);
    case 2:
      return isAsciiSpace(c);
    case 3:
      return !isAsciiSpace(c);
    case 4:
    case 8:
      return isAsciiWord(c);
    case 5:
    case 9:
      return !isAsciiWord(c);
    case 6:
      return c === 10;
    case 7:
      return c !== 10;
    case 10:
      return c < 128 ? isAsciiDigit(c) : isDecimal(c);
    case 11:
      return c < 128 ? !isAsciiDigit(c) : !isDecimal(c);
    case 12:
      return isSpace(c);
    case 13:
      return !isSpace(c);
    case 14:
      return isUnicodeWord(c);
    case 15:
      return !isUnicodeWord(c);
    case 16:
      return isLineBreak(c);
    case 17:
      return !isLineBreak(c);
    default:
      return false;
  }
}

/** Lower case of an ASCII letter; any other code point itself. */
export function lowerAscii(c: number): number {
  return c >= 65 && c <= 90 ? c + 32 : c;
}

/** Upper case of an ASCII letter; any other code point itself. */
export function upperAscii(c: number): number {
  return c >= 97 && c <= 122 ? c - 32 : c;
}

/** What CPython takes for the other case of a code point: the first of the characters, where it is more than one. */
const first = (text: string): number => text.codePointAt(0) as number;

/** Lower case of a code point (`Py_UNICODE_TOLOWER`). */
export function lowerUnicode(c: number): number {
  if (c < 128) return lowerAscii(c);
  return c >= 0xd800 && c <= 0xdfff ? c : first(String.fromCodePoint(c).toLowerCase());
}

/** Upper case of a code point (`Py_UNICODE_TOUPPER`). */
export function upperUnicode(c: number): number {
  if (c < 128) return upperAscii(c);
  return c >= 0xd800 && c <= 0xdfff ? c : first(String.fromCodePoint(c).toUpperCase());
}
